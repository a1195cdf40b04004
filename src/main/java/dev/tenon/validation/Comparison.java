package dev.tenon.validation;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/** A number beside another one. */
record Comparison(String code, Number limit, IntPredicate order) implements Rule {
    static Comparison of(String code, Number limit, IntPredicate order) {
        if (Numbers.isNan(Objects.requireNonNull(limit, "limit"))) {
            throw new IllegalArgumentException(code + "(NaN): no number compares with it");
        }
        return new Comparison(code, limit, order);
    }

    @Override
    public Object apply(Object value) {
        if (!(value instanceof Number number) || Numbers.isNan(number)) {
            return UNFIT;
        }
        return order.test(Numbers.compare(number, limit)) ? value : REFUSED;
    }

    @Override
    public Map<String, Object> params() {
        return Map.of("limit", limit);
    }

    /** A number brought between two bounds. */
    record Clamp(Number min, Number max) implements Rule {
        Clamp {
            if (Numbers.isNan(min) || Numbers.isNan(max) || Numbers.compare(min, max) > 0) {
                throw new IllegalArgumentException("clamp(" + min + ", " + max + "): max must not be below min");
            }
        }

        @Override
        public String code() {
            return "number";
        }

        @Override
        public Object apply(Object value) {
            if (!(value instanceof Number number) || Numbers.isNan(number)) {
                return UNFIT;
            }
            if (Numbers.compare(number, min) < 0) {
                return min;
            }
            return Numbers.compare(number, max) > 0 ? max : value;
        }
    }
}
