package dev.tenon.realtime.adapter;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets of names that are small most of the time: a room of one socket, a socket in the room of its own id. One name is kept as an immutable
 * set, which takes little memory; more are kept in a concurrent one. The caller holds a lock while a set changes, and puts what is
 * returned in its place; readers need none.
 */
final class Members {
    private Members() {}

    /** Returns the set with this name. */
    static Set<String> with(Set<String> set, String name) {
        if (set.isEmpty()) {
            return Set.of(name);
        }
        Set<String> many = isMany(set) ? set : many(set);
        many.add(name);
        return many;
    }

    /** Returns the set without this name; an empty one may be immutable or not. */
    static Set<String> without(Set<String> set, String name) {
        if (isMany(set)) {
            set.remove(name);
            return set;
        }
        return set.contains(name) ? Set.of() : set;
    }

    private static boolean isMany(Set<String> set) {
        return set instanceof ConcurrentHashMap.KeySetView;
    }

    private static Set<String> many(Set<String> one) {
        Set<String> many = ConcurrentHashMap.newKeySet(4);
        many.addAll(one);
        return many;
    }
}
