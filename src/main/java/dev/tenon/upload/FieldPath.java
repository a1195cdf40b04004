package dev.tenon.upload;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a text field taken apart, such as {@code order[items][0][qty]} (W3C HTML JSON form submission, section 3). A name that breaks the
 * rules is one plain key. Immutable.
 *
 * @param key what stands before the first bracket
 * @param steps what stands in brackets: a {@link String}, or an {@link Integer} for a place in a list
 * @param append whether the name ends in {@code []}
 */
record FieldPath(String key, List<Object> steps, boolean append) {
    private static final int DIGITS = 9; // more are no index, but a key

    FieldPath {
        steps = List.copyOf(steps);
    }

    static FieldPath of(String name) {
        int open = name.indexOf('[');
        if (open < 1) {
            return plain(name);
        }
        List<Object> steps = new ArrayList<>(2);
        int at = open;
        while (at < name.length()) {
            int close = name.indexOf(']', at);
            if (name.charAt(at) != '[' || close < 0) {
                return plain(name);
            }
            if (close == at + 1) {
                return close == name.length() - 1 ? new FieldPath(name.substring(0, open), steps, true) : plain(name);
            }
            steps.add(step(name.substring(at + 1, close)));
            at = close + 1;
        }
        return new FieldPath(name.substring(0, open), steps, false);
    }

    private static FieldPath plain(String name) {
        return new FieldPath(name, List.of(), false);
    }

    private static Object step(String text) {
        boolean index = text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return index ? (Object) Integer.valueOf(text) : text;
    }

    /** Returns how many brackets there are. */
    int depth() {
        return steps.size() + (append ? 1 : 0);
    }

    /** Returns the highest place in a list that it names; -1 when it names none. */
    int highestIndex() {
        return steps.stream()
                .filter(Integer.class::isInstance)
                .mapToInt(Integer.class::cast)
                .max()
                .orElse(-1);
    }
}
