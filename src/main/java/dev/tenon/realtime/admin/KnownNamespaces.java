package dev.tenon.realtime.admin;

import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The namespaces that there are. {@link Realtime#of(String)} would make one that is not there, which clients could then join past the rule that was
 * to let them in. Thread-safe.
 */
final class KnownNamespaces {
    private final Realtime io;
    private final Map<String, Namespace> byName = new ConcurrentHashMap<>();

    /** Begins with the main namespace, which is the only one yet. */
    KnownNamespaces(Realtime io) {
        this.io = io;
        add(io.of("/"));
        io.onNewNamespace(this::add);
    }

    private void add(Namespace namespace) {
        byName.put(namespace.name(), namespace);
    }

    /** Gives each of them, now or when it is made. */
    void each(Consumer<Namespace> listener) {
        byName.values().forEach(listener);
        io.onNewNamespace(listener);
    }

    Optional<Namespace> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Namespace> all() {
        return byName.values();
    }

    /** Forgets those that ended; none that is made, or made anew, meanwhile. */
    void forgetEnded() {
        List<Namespace> before = List.copyOf(byName.values());
        Set<String> living = io.counts().sockets().keySet();
        before.stream()
                .filter(namespace -> !living.contains(namespace.name()))
                .forEach(namespace -> byName.remove(namespace.name(), namespace));
    }
}
