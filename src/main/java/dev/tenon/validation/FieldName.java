package dev.tenon.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Names of values inside others, as lodash reads them, such as {@code items[0].qty}; {@code *} stands for every element or member. */
final class FieldName {
    static final String EACH = "*";

    private FieldName() {}

    /** Returns whether the name is more than one step, or a wildcard. */
    static boolean isPath(String name) {
        return name.indexOf('.') >= 0 || name.indexOf('[') >= 0 || name.equals(EACH);
    }

    /** Returns the steps; those of digits alone are Integers. */
    static List<Object> parse(String name) {
        List<Object> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        boolean inBrackets = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean opens = c == '[' && !inBrackets;
            boolean closes = c == ']' && inBrackets;
            if (opens || closes || (c == '.' && !inBrackets)) {
                addStep(step, closes, steps);
                inBrackets = opens;
            } else {
                step.append(c);
            }
        }
        addStep(step, false, steps);
        return steps;
    }

    private static void addStep(StringBuilder step, boolean evenEmpty, List<Object> steps) {
        if (!step.isEmpty() || evenEmpty) {
            steps.add(stepOf(step.toString()));
            step.setLength(0);
        }
    }

    private static Object stepOf(String text) {
        boolean index = !text.isEmpty()
                && text.length() < 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        return index ? (Object) Integer.valueOf(text) : text;
    }

    /** Returns whether a name is another one, or of something inside it. */
    static boolean isWithin(String name, String other) {
        boolean longer = name.startsWith(other) && name.length() > other.length();
        return name.equals(other)
                || (longer && (name.charAt(other.length()) == '.' || name.charAt(other.length()) == '['));
    }

    /** Returns the value at the end of the steps, or {@link Source#ABSENT}. */
    static Object walk(Object root, List<Object> steps) {
        Object value = root;
        for (Object step : steps) {
            value = child(value, step);
        }
        return value;
    }

    private static Object child(Object parent, Object step) {
        if (parent instanceof Map<?, ?> members) {
            Object member = members.get(step.toString());
            return member != null || members.containsKey(step.toString()) ? member : Source.ABSENT;
        }
        if (parent instanceof List<?> items && step instanceof Integer index && index < items.size()) {
            return items.get(index);
        }
        return Source.ABSENT;
    }

    /** Tells the steps to every value for which the steps with wildcards stand. */
    static void expand(Object root, List<Object> steps, Consumer<List<Object>> found) {
        expand(root, steps, new ArrayList<>(), found);
    }

    private static void expand(Object value, List<Object> steps, List<Object> done, Consumer<List<Object>> found) {
        if (done.size() == steps.size()) {
            found.accept(List.copyOf(done));
            return;
        }
        Object step = steps.get(done.size());
        for (Object next : step.equals(EACH) ? keys(value) : List.of(step)) {
            done.add(next);
            expand(child(value, next), steps, done, found);
            done.remove(done.size() - 1);
        }
    }

    private static List<Object> keys(Object value) {
        List<Object> keys = new ArrayList<>();
        if (value instanceof Map<?, ?> members) {
            keys.addAll(members.keySet());
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                keys.add(i);
            }
        }
        return keys;
    }
}
