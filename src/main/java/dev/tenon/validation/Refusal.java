package dev.tenon.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the errors of a check, wherever they are found; those of constraints are a provider's. */
final class Refusal {
    private Refusal() {}

    /** Returns the error of a whole. */
    static Violation of(Check check, String in, String code, String tip) {
        String pointer = in.equals("body") ? "" : null;
        return new Violation(in, "", code, message(check, code, "", Map.of(), tip), pointer, Map.of());
    }

    /**
     * Returns the error of a value.
     *
     * @param path the steps to it; null where the name alone leads there
     * @param tip null for the sentence of the catalogue
     */
    static Violation of(
            Check check,
            Source source,
            String name,
            List<Object> path,
            String code,
            Map<String, Object> params,
            String tip) {
        String pointer = source.hasPointers() ? JsonPointer.of(path == null ? List.of(name) : path) : null;
        String message = message(check, code, name, params, tip);
        return new Violation(source.in(), name, code, message, pointer, params, shown(check, source, name, path));
    }

    private static String message(Check check, String code, String name, Map<String, Object> params, String tip) {
        return tip == null
                ? check.catalogue().say(code, name, params)
                : check.catalogue().tip(tip, name, params);
    }

    /** Files and whatever has others inside are not shown: a secret may be among those. */
    private static Optional<Object> shown(Check check, Source source, String name, List<Object> path) {
        if (!check.options().showsValues() || check.secrets().has(name, path == null ? source.place(name) : path)) {
            return Optional.empty();
        }
        Object raw = source.raw(name, path);
        boolean plain = raw instanceof String || raw instanceof Number || raw instanceof Boolean;
        return plain ? Optional.of(raw) : Optional.empty();
    }
}
