package dev.tenon.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A least and a greatest measure of a value, both allowed. */
record Bounds(String code, long min, long max, ToLongFunction<Object> measure) implements Rule {
    /** What has no such measure. */
    static final long NONE = -1;

    /**
     * Returns the rule.
     *
     * @param measure returns {@link #NONE} for a value of another type
     * @throws IllegalArgumentException if the bounds are none
     */
    static Bounds of(String code, long min, long max, ToLongFunction<Object> measure) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    code + " from " + min + " to " + max + ": min must be 0 or more, and max not below min");
        }
        return new Bounds(code, min, max, measure);
    }

    @Override
    public Object apply(Object value) {
        long size = measure.applyAsLong(value);
        if (size == NONE) {
            return UNFIT;
        }
        return size >= min && size <= max ? value : REFUSED;
    }

    @Override
    public Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("min", number(min));
        params.put("max", number(max));
        return params;
    }

    private static Number number(long bound) {
        int small = (int) bound;
        return small == bound ? (Number) small : (Number) bound;
    }
}
