package dev.tenon.realtime;

import dev.tenon.realtime.protocol.EventNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The handlers of one socket by event, in the order in which they were added. Thread-safe. */
final class EventListeners {
    private final Map<String, List<EventListener>> byEvent = new ConcurrentHashMap<>(4);

    void add(String event, EventListener listener) {
        byEvent.computeIfAbsent(EventNames.check(event), name -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    /** Runs the handlers on the caller's thread; one that throws does not keep the next from running. */
    void dispatch(Args args) {
        for (EventListener listener : byEvent.getOrDefault(args.event(), List.of())) {
            Guard.run("event '" + args.event() + "'", () -> listener.on(args));
        }
    }
}
