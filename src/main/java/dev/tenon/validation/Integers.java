package dev.tenon.validation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Whole numbers that JavaScript holds exactly too, which is what koa-bouncer's int means. */
final class Integers {
    static final Rule IS_INT = Rule.test("int", "must be a whole number", Integers::isInt);
    static final Rule TO_INT = Rule.convert("int", "must be a whole number", Integers::toInt);

    private static final long MAX_SAFE = (1L << 53) - 1;
    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9][0-9]{0,15})");

    private Integers() {}

    private static boolean isInt(Object value) {
        return value instanceof Number number && exact(number) != Rule.REFUSED;
    }

    private static Object toInt(Object value) {
        if (value instanceof String text) {
            return INTEGER.matcher(text).matches() ? exact(Long.valueOf(text)) : Rule.REFUSED;
        }
        return value instanceof Number number ? exact(number) : Rule.REFUSED;
    }

    /** Returns a Long, or {@link Rule#REFUSED}. The range is asked first: all digits of 1e999999999 would fill the memory. */
    private static Object exact(Number number) {
        BigDecimal decimal = Numbers.exact(number);
        if (decimal == null || decimal.abs().compareTo(BigDecimal.valueOf(MAX_SAFE)) > 0) {
            return Rule.REFUSED;
        }
        try {
            return decimal.longValueExact();
        } catch (ArithmeticException fraction) {
            return Rule.REFUSED;
        }
    }
}
