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
        List<Object> steps = steps(name);
        List<Object> place = place(steps);
        if (place.size() > MAX_DEPTH) {
            throw Unreadable.malformed("a name of the form is nested too deep", null);
        }
        boolean list = place.size() < steps.size();
        tree.put(place, list && !(value instanceof List<?>) ? List.of(value) : value);
    }

    /** Returns where the value of a name stands in the tree. */
    static List<Object> place(String name) {
        return place(steps(name));
    }

    private static List<Object> place(List<Object> steps) {
        boolean list = steps.size() > 1 && steps.get(steps.size() - 1).equals("");
        return list ? steps.subList(0, steps.size() - 1) : steps;
    }

    private static List<Object> steps(String name) {
        List<Object> parsed = FieldName.isPath(name) ? FieldName.parse(name) : List.of();
        return parsed.isEmpty() ? List.of(name) : parsed;
    }
}
