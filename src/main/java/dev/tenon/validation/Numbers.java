package dev.tenon.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/** Numbers of all types, without loss. */
final class Numbers {
    static final Rule IS_FINITE = Rule.type("number", value -> value instanceof Number number && isFinite(number));

    private Numbers() {}

    /** Returns the number with all its digits, or null if it is infinite or none. */
    static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (isFloating(number)) {
            return isFinite(number) ? new BigDecimal(number.toString()) : null;
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** Returns whether two values are the same: 1, 1L and 1.0 are, as in JavaScript; 1 and "1" are not. */
    static boolean same(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return !isNan(a) && !isNan(b) && compare(a, b) == 0;
        }
        return Objects.equals(one, other);
    }

    /** Compares two numbers as such, whatever their types. */
    static int compare(Number one, Number other) {
        if (isLong(one) && isLong(other)) {
            return Long.compare(one.longValue(), other.longValue());
        }
        BigDecimal a = exact(one);
        BigDecimal b = exact(other);
        return a == null || b == null ? Double.compare(one.doubleValue(), other.doubleValue()) : a.compareTo(b);
    }

    static boolean isNan(Number number) {
        return isFloating(number) && Double.isNaN(number.doubleValue());
    }

    private static boolean isFinite(Number number) {
        return !isFloating(number) || Double.isFinite(number.doubleValue());
    }

    private static boolean isFloating(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static boolean isLong(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }
}
