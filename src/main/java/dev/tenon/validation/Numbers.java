package dev.tenon.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/** Numbers of all types, without loss. */
final class Numbers {
    private Numbers() {}

    /** Returns the number with all its digits, or null if it is infinite or none. */
    static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** Returns whether two values are the same: 1, 1L and 1.0 are, as in JavaScript; 1 and "1" are not. */
    static boolean same(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            BigDecimal left = exact(a);
            BigDecimal right = exact(b);
            return left != null && right != null && left.compareTo(right) == 0;
        }
        return Objects.equals(one, other);
    }
}
