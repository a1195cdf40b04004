package dev.tenon.realtime;

import dev.tenon.realtime.protocol.EventNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The handlers of one socket by event, in the order in which they were added. Thread-safe. */
final class EventListeners {
    private final Map<String, List<Entry>> byEvent = new ConcurrentHashMap<>(4);

    void add(String event, EventListener listener, boolean once) {
        EventNames.check(event);
        byEvent.compute(event, (name, before) -> {
            List<Entry> entries = before == null ? new CopyOnWriteArrayList<>() : before;
            entries.add(new Entry(listener, once));
            return entries;
        });
    }

    /** Removes the first entry of a listener. */
    void remove(String event, EventListener listener) {
        byEvent.computeIfPresent(event, (name, entries) -> {
            entries.stream()
                    .filter(entry -> entry.listener().equals(listener))
                    .findFirst()
                    .ifPresent(entries::remove);
            return entries.isEmpty() ? null : entries;
        });
    }

    void removeAll(String event) {
        byEvent.remove(event);
    }

    void removeAll() {
        byEvent.clear();
    }

    /** Gives each handler of an event to who runs it; one that hears one event only is taken away before. */
    void each(String event, Consumer<EventListener> run) {
        for (Entry entry : byEvent.getOrDefault(event, List.of())) {
            if (!entry.once() || takeAway(event, entry)) {
                run.accept(entry.listener());
            }
        }
    }

    private boolean takeAway(String event, Entry entry) {
        boolean[] taken = new boolean[1];
        byEvent.computeIfPresent(event, (name, entries) -> {
            taken[0] = entries.remove(entry);
            return entries.isEmpty() ? null : entries;
        });
        return taken[0];
    }

    private record Entry(EventListener listener, boolean once) {}
}
