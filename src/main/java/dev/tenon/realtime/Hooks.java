package dev.tenon.realtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What few sockets have, and thousands of idle ones need not pay for. */
record Hooks(
        List<EventListener> incoming,
        List<EventListener> outgoing,
        List<EventMiddleware> middleware,
        List<ErrorListener> errors,
        List<Consumer<String>> upgrade) {
    static final Hooks NONE = new Hooks(List.of(), List.of(), List.of(), List.of(), List.of());

    static Hooks create() {
        return new Hooks(
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>());
    }
}
