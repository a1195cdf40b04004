package dev.tenon.realtime.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Who listens to what, and what Redis was told of that: each topic costs the same, however many there are. Not thread-safe. */
final class Subscriptions {
    private final Map<Topic, List<BiConsumer<String, byte[]>>> listeners = new HashMap<>();
    private final Set<Topic> changed = new HashSet<>(); // of which Redis may have to be told
    private final Set<Topic> told = new HashSet<>();
    private final Set<Topic> unconfirmed = new HashSet<>();

    /** Adds a listener, who is told the channel and the message; several may listen to one topic: a room may be called as another namespace ends. */
    void add(Topic topic, BiConsumer<String, byte[]> listener) {
        listeners.merge(topic, List.of(listener), Subscriptions::both);
        changed.add(topic);
    }

    private static <L> List<L> both(List<L> some, List<L> more) {
        if (some.containsAll(more)) {
            return some;
        }
        List<L> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    void remove(Topic topic, BiConsumer<String, byte[]> listener) {
        listeners.computeIfPresent(topic, (same, some) -> without(some, listener));
        changed.add(topic);
    }

    /** Removes a listener from every topic. */
    void remove(BiConsumer<String, byte[]> listener) {
        List.copyOf(listeners.keySet()).forEach(topic -> remove(topic, listener));
    }

    private static <L> List<L> without(List<L> some, L one) {
        List<L> rest = some.stream().filter(listener -> listener != one).toList();
        return rest.isEmpty() ? null : rest;
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    Collection<BiConsumer<String, byte[]>> of(Topic topic) {
        return listeners.getOrDefault(topic, List.of());
    }

    /** Hears that a new connection is open, by which Redis was told nothing yet. */
    void restart() {
        told.clear();
        unconfirmed.clear();
        changed.addAll(listeners.keySet());
    }

    /** Returns what Redis is to be told, and takes it for told. */
    Changes changes() {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>());
        for (Topic topic : changed) {
            if (listeners.containsKey(topic)) {
                if (told.add(topic)) {
                    changes.begin.add(topic);
                }
            } else if (told.remove(topic)) {
                changes.end.add(topic);
                unconfirmed.remove(topic);
            }
        }
        unconfirmed.addAll(changes.begin);
        changed.clear();
        return changes;
    }

    void confirm(Topic topic) {
        unconfirmed.remove(topic);
    }

    boolean isConfirmed(Topic topic) {
        return told.contains(topic) && !unconfirmed.contains(topic);
    }

    /** Returns whether Redis confirmed all that it was told to begin with. What is to be told yet does not count: there may always be some. */
    boolean areAllConfirmed() {
        return unconfirmed.isEmpty();
    }

    /** What to begin and what to end to listen to. */
    record Changes(List<Topic> begin, List<Topic> end) {}
}
