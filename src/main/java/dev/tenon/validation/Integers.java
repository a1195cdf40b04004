package dev.tenon.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers: those that JavaScript holds exactly too, which is what koa-bouncer's int means, and those of 64 bits. */
final class Integers {
    static final long MAX_SAFE = (1L << 53) - 1;

    static final Rule IS_INT =
            Rule.type("int", value -> value instanceof Number number && safe(exact(number)) != Rule.REFUSED);
    static final Rule TO_INT = Rule.of("int", Integers::toInt);
    static final Rule TO_INTS = Rule.of("ints", Integers::toInts);
    static final Rule TO_LONG = Rule.of("long", value -> fit(read(value)));

    private Integers() {}

    private static Object toInt(Object value) {
        return fit(safe(read(value)));
    }

    private static Object toInts(Object value) {
        if (!(value instanceof List<?> items)) {
            return Rule.UNFIT;
        }
        List<Object> numbers = new ArrayList<>(items.size());
        for (Object item : items) {
            Object number = toInt(item);
            if (number == Rule.UNFIT) {
                return Rule.UNFIT;
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Returns a Long, or {@link Rule#REFUSED}. */
    static Object read(Object value) {
        if (value instanceof String text) {
            return parse(text);
        }
        return value instanceof Number number ? exact(number) : Rule.REFUSED;
    }

    private static Object fit(Object number) {
        return number == Rule.REFUSED ? Rule.UNFIT : number;
    }

    private static Object safe(Object number) {
        return number instanceof Long safe && Math.abs(safe) <= MAX_SAFE && safe != Long.MIN_VALUE
                ? number
                : Rule.REFUSED;
    }

    /** Reads a sign and ASCII digits without a leading zero. */
    private static Object parse(String text) {
        int length = text.length();
        int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (length == start || length - start > 19 || (text.charAt(start) == '0' && length - start > 1)) {
            return Rule.REFUSED;
        }
        for (int i = start; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Rule.REFUSED;
            }
        }
        return length - start < 19 ? (Object) Long.parseLong(text) : exact(new BigDecimal(text));
    }

    /** Returns a Long, or {@link Rule#REFUSED}. The range is asked first: all digits of 1e999999999 would fill the memory. */
    private static Object exact(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return number.longValue();
        }
        BigDecimal decimal = Numbers.exact(number);
        if (decimal == null || (long) decimal.precision() - decimal.scale() > 19) {
            return Rule.REFUSED;
        }
        try {
            return decimal.longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            return Rule.REFUSED;
        }
    }
}
