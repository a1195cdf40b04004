package dev.tenon.validation;

import java.util.List;
import java.util.stream.Collectors;

/** Writes places as JSON Pointers (RFC 6901). */
public final class JsonPointer {
    private JsonPointer() {}

    /** Returns the pointer through these names and indexes; the empty text, which means the whole, for none. */
    public static String of(List<?> steps) {
        return steps.stream().map(step -> "/" + escape(step.toString())).collect(Collectors.joining());
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
