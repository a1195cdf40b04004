package dev.tenon.validation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long texts and lists are; a text is counted in UTF-16 units, as in JavaScript. */
final class Lengths {
    private Lengths() {}

    static Rule between(int min, int max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "isLength(" + min + ", " + max + "): min must be 0 or more, and max not below min");
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("min", min);
        params.put("max", max);
        return Rule.test("length", "must be " + min + " to " + max + " long", value -> within(length(value), min, max))
                .with(params);
    }

    private static boolean within(int length, int min, int max) {
        return length >= min && length <= max;
    }

    /** Returns -1 for what has no length. */
    private static int length(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Collection<?> items ? items.size() : -1;
    }
}
