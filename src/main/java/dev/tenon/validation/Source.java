package dev.tenon.validation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Where values come from, read when the first one is asked for: the body, the query string, headers … */
final class Source {
    /** What stands for a value that is not there; null is one. */
    static final Object ABSENT = new Object();

    /** Those whose names may nest: a header or a cookie is called by all of its name. */
    private static final Set<String> NESTED = Set.of("body", "query", "part");

    private final String in;
    private final boolean textual;
    private final Supplier<Map<String, Object>> load;
    private Map<String, Object> values;
    private Object tree;

    /** @param textual whether all values are texts, and may be nested by their names only */
    Source(String in, boolean textual, Supplier<Map<String, Object>> load) {
        this.in = in;
        this.textual = textual;
        this.load = load;
    }

    /** Returns {@code body}, {@code query}, {@code path}, {@code header}, {@code cookie} or {@code part}. */
    String in() {
        return in;
    }

    boolean hasPointers() {
        return in.equals("body");
    }

    boolean isTextual() {
        return textual;
    }

    Map<String, Object> values() {
        if (values == null) {
            values = load.get();
        }
        return values;
    }

    /** Returns the values as a tree: JSON is one, and the names of a form such as {@code items[0].qty} make one. */
    Object tree() {
        if (tree == null) {
            tree = textual ? Nesting.of(values()) : values();
        }
        return tree;
    }

    /** Returns the value of this very name, or {@link #ABSENT}. */
    Object find(String name) {
        Object value = values().get(name);
        return value != null || values().containsKey(name) ? value : ABSENT;
    }

    /** Returns whether there are names that lead inside this one, such as {@code items[0].qty} inside {@code items}. */
    boolean hasInside(String name) {
        if (textual && NESTED.contains(in)) {
            for (String inside : values().keySet()) {
                if (FieldName.isWithin(inside, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the steps to the value of this very name in the tree. */
    List<Object> place(String name) {
        return textual ? Nesting.place(name) : List.of(name);
    }

    /** Returns the value as it came, or null where none came. */
    Object raw(String name, List<Object> path) {
        Object found = path == null ? find(name) : FieldName.walk(tree(), path);
        return found == ABSENT ? null : found;
    }
}
