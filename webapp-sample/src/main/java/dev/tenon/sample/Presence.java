package dev.tenon.sample;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who is here: a person is here from the first open tab to the last. Not thread-safe. */
final class Presence {
    private final Map<String, Set<String>> sockets = new HashMap<>();

    /** Notes an open tab. Returns whether it is the person's first. */
    boolean enter(String person, String socket) {
        Set<String> open = sockets.computeIfAbsent(person, somebody -> new HashSet<>());
        return open.add(socket) && open.size() == 1;
    }

    /** Forgets a tab. Returns whether it was the person's last. */
    boolean leave(String person, String socket) {
        Set<String> open = sockets.getOrDefault(person, Set.of());
        return open.contains(socket) && open.remove(socket) && open.isEmpty() && sockets.remove(person) != null;
    }

    boolean isHere(String person) {
        return sockets.containsKey(person);
    }

    /** Returns everybody who is here. */
    Set<String> everybody() {
        return sockets.keySet();
    }
}
