package dev.tenon.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
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

    /** Puts the value at its place; takes away what the chain left out. */
    static void put(Field field, Tree tree) {
        if (field.elements() != null) {
            field.elements().forEach(element -> put(element, tree));
            return;
        }
        if (field.isPresent()) {
            tree.put(field.place(), field.current());
        } else if (field.isLeftOut()) {
            tree.remove(field.place());
        }
    }
}
