package dev.tenon.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What forms and query strings bring, as JSON would have it: one text, or a list where the name is repeated. */
final class Values {
    /** Stands for a value that {@link Repeated#REFUSE} does not want; no rule accepts it. */
    static final Object REPEATED = new Object();

    private Values() {}

    /** @throws dev.tenon.kernel.TenonException if there are too many, or one is too long (400) */
    static Map<String, Object> of(Map<String, List<String>> texts, ValidationOptions options) {
        if (texts.size() > options.maxKeys()) {
            throw Unreadable.malformed("there are more than " + options.maxKeys() + " names", null);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, all) -> {
            if (!all.isEmpty()) {
                limit(name, all, options);
                values.put(name, all.size() == 1 ? all.get(0) : several(all, options.repeated()));
            }
        });
        return values;
    }

    private static void limit(String name, List<String> all, ValidationOptions options) {
        if (all.size() > options.maxItems()) {
            throw Unreadable.malformed("a name is there more than " + options.maxItems() + " times", null);
        }
        int max = options.maxText();
        if (name.length() > max || all.stream().anyMatch(text -> text.length() > max)) {
            throw Unreadable.malformed("a text is longer than " + max + " characters", null);
        }
    }

    /** Returns whether the value is, or has inside, one that was repeated though {@link Repeated#REFUSE} does not want it. */
    static boolean hasRepeated(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(Values::hasRepeated);
        }
        return value instanceof List<?> items ? items.stream().anyMatch(Values::hasRepeated) : value == REPEATED;
    }

    private static Object several(List<String> all, Repeated policy) {
        return switch (policy) {
            case LIST -> List.copyOf(all);
            case FIRST -> all.get(0);
            case LAST -> all.get(all.size() - 1);
            case REFUSE -> REPEATED;
        };
    }
}
