package dev.tenon.validation.bean;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts other values into collections where they stand; makes modifiable ones of those that cannot be changed. */
final class Replaced {
    private Replaced() {}

    static Object in(Collection<Object> items, List<Object> others) {
        try {
            if (items instanceof List<Object> list) {
                Iterator<Object> next = others.iterator();
                list.replaceAll(any -> next.next());
            } else {
                others.removeIf(Objects::isNull); // sets and queues may take none
                return items instanceof Queue ? refilled(items, others) : tried(items, others);
            }
            return items;
        } catch (UnsupportedOperationException fixed) {
            return anew(items, others);
        }
    }

    /** Adds before it takes away: the keys and values of a map can be taken away, but not added to. */
    private static Object tried(Collection<Object> items, List<Object> others) {
        if (others.isEmpty()) {
            return anew(items, others);
        }
        items.addAll(others);
        return refilled(items, others);
    }

    private static Object refilled(Collection<Object> items, List<Object> others) {
        items.clear();
        items.addAll(others);
        return items;
    }

    private static Object anew(Collection<Object> items, List<Object> others) {
        if (items instanceof SortedSet<Object> sorted) {
            Set<Object> set = new TreeSet<>(sorted.comparator());
            set.addAll(others);
            return set;
        }
        return items instanceof Set ? new LinkedHashSet<>(others) : others;
    }

    static Object in(Map<Object, Object> members, Map<Object, Object> others) {
        try {
            members.replaceAll((key, any) -> others.get(key));
            return members;
        } catch (UnsupportedOperationException fixed) {
            return anew(members, others);
        }
    }

    private static Object anew(Map<Object, Object> members, Map<Object, Object> others) {
        if (members instanceof SortedMap<Object, Object> sorted) {
            Map<Object, Object> map = new TreeMap<>(sorted.comparator());
            map.putAll(others);
            return map;
        }
        return others;
    }
}
