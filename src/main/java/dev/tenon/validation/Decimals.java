package dev.tenon.validation;

import dev.tenon.validation.sanitize.CleanText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers with a fraction: exact ones, and those of floating point. */
final class Decimals {
    static final Rule TO_DECIMAL = Rule.of("decimal", Decimals::toDecimal);
    static final Rule TO_FLOAT = Rule.of("float", Decimals::toFloat);
    static final Rule TO_FINITE_FLOAT = Rule.of("float", value -> finite(toFloat(value)));

    /** More characters than any sane number has; what is longer takes long to read. */
    private static final int MAX_LENGTH = 1_000;

    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private Decimals() {}

    static Object toDecimal(Object value) {
        if (value instanceof String text) {
            return text.length() <= MAX_LENGTH && isDecimal(text) ? new BigDecimal(text) : Rule.UNFIT;
        }
        BigDecimal number = value instanceof Number any ? Numbers.exact(any) : null;
        return number == null ? Rule.UNFIT : number;
    }

    /** Reads a sign, and digits with a point before one of them at most. */
    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start && point != text.length() - 1;
    }

    private static Object toFloat(Object value) {
        if (value instanceof Number number) {
            return Numbers.isNan(number) ? Rule.UNFIT : (Object) number.doubleValue();
        }
        return value instanceof String text ? ofText(CleanText.trim(text)) : Rule.UNFIT;
    }

    private static Object ofText(String text) {
        if (text.equals("Infinity") || text.equals("-Infinity")) {
            return Double.valueOf(text);
        }
        boolean number = text.length() <= MAX_LENGTH && FLOAT.matcher(text).matches();
        return number ? (Object) Double.valueOf(text) : Rule.UNFIT;
    }

    private static Object finite(Object number) {
        return number instanceof Double any && any.isInfinite() ? Rule.UNFIT : number;
    }

    /** How many digits an exact number may have before and after the point; zeros at its ends do not count. */
    record Digits(int integer, int fraction) implements Rule {
        Digits {
            if (integer < 0 || fraction < 0) {
                throw new IllegalArgumentException("digits(" + integer + ", " + fraction + "): both must be 0 or more");
            }
        }

        @Override
        public String code() {
            return "digits";
        }

        @Override
        public Object apply(Object value) {
            BigDecimal number = value instanceof Number any ? Numbers.exact(any) : null;
            if (number == null) {
                return UNFIT;
            }
            BigDecimal bare = number.stripTrailingZeros();
            boolean fits = (long) bare.precision() - bare.scale() <= integer && bare.scale() <= fraction;
            return fits || bare.signum() == 0 ? value : REFUSED;
        }

        @Override
        public Map<String, Object> params() {
            Map<String, Object> params = new LinkedHashMap<>();
            params.put("integer", integer);
            params.put("fraction", fraction);
            return params;
        }
    }
}
