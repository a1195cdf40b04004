package dev.tenon.validation;

import java.util.List;
import java.util.Map;

/** Makes a tree of the names of a form, such as {@code items[0].qty} and {@code address[city]}; {@code tags[]} is a list. */
final class Nesting {
    private static final int MAX_DEPTH = 20;

    private Nesting() {}

    static Map<String, Object> of(Map<String, Object> flat) {
        if (flat.keySet().stream().noneMatch(FieldName::isPath)) {
            return flat;
        }
        Tree tree = new Tree();
        flat.forEach((name, value) -> add(tree, name, value));
        return tree.build();
    }

    private static void add(Tree tree, String name, Object value) {
        List<Object> parsed = FieldName.isPath(name) ? FieldName.parse(name) : List.of();
        List<Object> steps = parsed.isEmpty() ? List.of(name) : parsed;
        boolean list = steps.size() > 1 && steps.get(steps.size() - 1).equals("");
        List<Object> place = list ? steps.subList(0, steps.size() - 1) : steps;
        if (place.size() > MAX_DEPTH) {
            throw Unreadable.malformed("a name of the form is nested too deep", null);
        }
        tree.put(place, list && !(value instanceof List<?>) ? List.of(value) : value);
    }
}
