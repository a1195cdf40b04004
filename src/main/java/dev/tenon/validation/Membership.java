package dev.tenon.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values beside others. */
final class Membership {
    static final Rule IS_ARRAY = Rule.type("array", List.class::isInstance);
    static final Rule UNIQ = Rule.of("array", value -> value instanceof List<?> items ? distinct(items) : Rule.UNFIT);
    static final Rule TO_ARRAY = Rule.of("array", Membership::toArray);
    static final Rule EACH_ONCE = Rule.of("unique", Membership::eachOnce);

    private Membership() {}

    private static Object toArray(Object value) {
        return value instanceof List<?> ? value : Collections.unmodifiableList(Collections.singletonList(value));
    }

    private static Object eachOnce(Object value) {
        if (!(value instanceof List<?> items)) {
            return Rule.UNFIT;
        }
        return distinct(items).size() == items.size() ? value : Rule.REFUSED;
    }

    /** As in JavaScript, two lists or objects are never the same. */
    private static List<Object> distinct(List<?> items) {
        Map<Object, Object> plain = new LinkedHashMap<>();
        Set<Object> containers = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> all = new ArrayList<>();
        for (Object item : items) {
            boolean container = item instanceof Map<?, ?> || item instanceof List<?>;
            if (container ? containers.add(item) : plain.putIfAbsent(key(item), true) == null) {
                all.add(item);
            }
        }
        return Collections.unmodifiableList(all);
    }

    private static Object key(Object item) {
        if (item instanceof Number number && Numbers.exact(number) != null) {
            return Numbers.exact(number).stripTrailingZeros();
        }
        return item == null ? Void.class : item;
    }

    /**
     * Values of which it must be one, or none. Numbers are equal when they are the same number.
     *
     * @param wanted which of both
     */
    record In(Collection<?> values, boolean wanted) implements Rule {
        @Override
        public String code() {
            return wanted ? "in" : "notIn";
        }

        @Override
        public Object apply(Object value) {
            return contains(value) == wanted ? value : REFUSED;
        }

        @Override
        public Object applyToAbsent() {
            return wanted ? REFUSED : null; // null may be among the values; what is absent never is
        }

        private boolean contains(Object value) {
            if (value instanceof String) {
                return values.contains(value);
            }
            for (Object one : values) {
                if (Numbers.same(one, value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A value that it must be; which one, nobody is told. */
    record Equal(String code, Object other) implements Rule {
        @Override
        public Object apply(Object value) {
            return Numbers.same(other, value) ? value : REFUSED;
        }

        @Override
        public Object applyToAbsent() {
            return REFUSED;
        }
    }
}
