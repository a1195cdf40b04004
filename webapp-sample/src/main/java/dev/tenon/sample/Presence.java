package dev.tenon.sample;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is here: a person is here from the first open tab to the last. Thread-safe. */
final class Presence {
    private final Clock clock;
    private final long start;
    private final Map<String, Set<String>> sockets = new HashMap<>();
    private final Map<String, Long> left = new HashMap<>();

    Presence(Clock clock) {
        this.clock = clock;
        this.start = clock.millis();
    }

    /** Notes an open tab. Returns whether it is the person's first. */
    synchronized boolean enter(String person, String socket) {
        Set<String> open = sockets.computeIfAbsent(person, somebody -> new HashSet<>());
        return open.add(socket) && open.size() == 1;
    }

    /** Forgets a tab. Returns whether it was the person's last. */
    synchronized boolean leave(String person, String socket) {
        Set<String> open = sockets.getOrDefault(person, Set.of());
        if (!open.contains(socket) || !open.remove(socket) || !open.isEmpty()) {
            return false;
        }
        sockets.remove(person);
        left.put(person, clock.millis());
        return true;
    }

    synchronized boolean isHere(String person) {
        return sockets.containsKey(person);
    }

    /** Returns whether the person has been gone for so long: who reloads a page is not, nor is anybody right after the server started. */
    synchronized boolean isGone(String person, Duration patience) {
        return !isHere(person) && clock.millis() - left.getOrDefault(person, start) > patience.toMillis();
    }

    /** Notes that the person, who has no open tab, will not be back in a moment. */
    synchronized void goHome(String person) {
        left.put(person, 0L);
    }

    /** Forgets when people left who have been gone for so long. */
    synchronized void forget(Duration patience) {
        left.values().removeIf(time -> clock.millis() - time > patience.toMillis());
    }

    synchronized int size() {
        return sockets.size();
    }

    /** Returns everybody who is here; a copy. */
    synchronized List<String> everybody() {
        return List.copyOf(sockets.keySet());
    }
}
