package dev.tenon.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One value that was refused, and why. Immutable.
 *
 * @param in where the value came from: {@code body}, {@code query}, {@code path}, {@code header}, {@code cookie}, {@code part}, or {@code argument} for
 *     an argument of a method that says nothing else
 * @param name the name of the field; for a value inside another its path, such as {@code items[0].qty}
 * @param code what was broken, stable for programs, such as {@code length}
 * @param message what was broken, for people
 * @param pointer the place in the body or among the arguments as a JSON Pointer (RFC 6901), such as {@code /items/0/qty}; null for a value
 *     that is outside of both
 * @param params what the rule asked for, such as {@code min} and {@code max}; empty for most
 * @param rejected the value as it came, where {@link ValidationOptions#showsValues()} says so and it is no secret; else empty
 */
public record Violation(
        String in,
        String name,
        String code,
        String message,
        String pointer,
        Map<String, Object> params,
        Optional<Object> rejected) {
    /** Returns the violation with a copy of its params. */
    public Violation {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(rejected, "rejected");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** Returns a violation that does not show the value. */
    public Violation(String in, String name, String code, String message, String pointer, Map<String, Object> params) {
        this(in, name, code, message, pointer, params, Optional.empty());
    }

    Violation withMessage(String other) {
        return new Violation(in, name, code, other, pointer, params, rejected);
    }

    Violation withoutValue() {
        return new Violation(in, name, code, message, pointer, params);
    }

    /** Returns the violation as it is said of another place; of the query and its like there is no pointer. */
    Violation from(String other) {
        return new Violation(other, name, code, message, other.equals("body") ? pointer : null, params, rejected);
    }
}
