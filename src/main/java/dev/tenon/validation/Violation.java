package dev.tenon.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One value that was refused, and why; never the value itself. Immutable.
 *
 * @param in where the value came from: {@code body}, {@code query}, or {@code argument} for an argument of a method
 * @param name the name of the field; for a value inside an argument its path, such as {@code form.items[0].qty}
 * @param code what was broken, stable for programs, such as {@code length}
 * @param message what was broken, for people
 * @param pointer the place in the body or among the arguments as a JSON Pointer (RFC 6901), such as {@code /items/0/qty}; null for a
 *     query parameter
 * @param params what the rule asked for, such as {@code min} and {@code max}; empty for most
 */
public record Violation(
        String in, String name, String code, String message, String pointer, Map<String, Object> params) {
    /** Returns the violation with a copy of its params. */
    public Violation {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    Violation withMessage(String other) {
        return new Violation(in, name, code, other, pointer, params);
    }
}
