package dev.tenon.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was asked for, put together. */
final class Collected {
    private Collected() {}

    static Map<String, Object> vals(Check check) {
        Map<String, Object> vals = new LinkedHashMap<>();
        if (check.options().unknown() == Unknown.ALLOW) {
            vals.putAll(check.sources().body().values());
            check.fields().forEach(field -> vals.remove(field.name()));
        }
        for (Field field : check.fields()) {
            if (field.isPresent()) {
                vals.put(field.name(), field.current());
            }
        }
        return Collections.unmodifiableMap(vals);
    }

    /** Returns the values at their places. */
    static Tree tree(Check check) {
        Tree tree = new Tree();
        check.fields().forEach(field -> put(field, tree));
        return tree;
    }

    private static void put(Field field, Tree tree) {
        if (field.elements() != null) {
            field.elements().forEach(element -> put(element, tree));
            return;
        }
        List<Object> steps = field.path == null ? List.of(field.name()) : field.path;
        if (field.isPresent()) {
            tree.put(steps, field.current());
        } else {
            tree.around(steps);
        }
    }
}
