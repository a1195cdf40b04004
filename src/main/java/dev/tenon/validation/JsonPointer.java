package dev.tenon.validation;

import java.util.List;
import java.util.stream.Collectors;

/** Writes places as JSON Pointers (RFC 6901), and as people do. */
public final class JsonPointer {
    private JsonPointer() {}

    /** Returns the pointer through these names and indexes; the empty text, which means the whole, for none. */
    public static String of(List<?> steps) {
        return steps.stream().map(step -> "/" + escape(step.toString())).collect(Collectors.joining());
    }

    /** Returns the place as people write it, such as {@code items[0].qty}. */
    public static String name(List<?> steps) {
        StringBuilder name = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                name.append('[').append(step).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        }
        return name.toString();
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
