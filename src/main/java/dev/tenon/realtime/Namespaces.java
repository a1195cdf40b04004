package dev.tenon.realtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The namespaces of one application by name, and the parents of those that its clients make. */
final class Namespaces implements AutoCloseable {
    private final RealtimeServer server;
    private final Map<String, ServerNamespace> byName = new ConcurrentHashMap<>();
    private final List<ParentNamespace> parents = new CopyOnWriteArrayList<>();
    private final List<Consumer<Namespace>> listeners = new CopyOnWriteArrayList<>();

    Namespaces(RealtimeServer server) {
        this.server = server;
    }

    void onNew(Consumer<Namespace> listener) {
        listeners.add(listener);
    }

    Collection<ServerNamespace> all() {
        return byName.values();
    }

    /** Returns the namespace of this name; a new one is the child of the first parent whose pattern fits. */
    ServerNamespace of(String name) {
        if (name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("the namespace '" + name + "' contains a comma");
        }
        String full = name.startsWith("/") ? name : "/" + name;
        return known(full).orElseGet(() -> make(full));
    }

    private ServerNamespace make(String name) {
        return parents.stream()
                .filter(parent -> parent.rule() instanceof PatternRule rule && rule.matches(name))
                .findFirst()
                .map(parent -> child(parent, name))
                .orElseGet(() -> put(new ServerNamespace(server, name, Optional.empty(), Optional.empty())));
    }

    synchronized ParentNamespace parent(NamespaceRule rule) {
        ParentNamespace parent = new ParentNamespace(server, "/_" + parents.size(), rule);
        parents.add(parent);
        return parent;
    }

    /** Returns the namespace of this name, if there is one that has not ended. */
    Optional<ServerNamespace> known(String name) {
        return Optional.ofNullable(byName.get(name)).filter(namespace -> !namespace.ended());
    }

    /** Asks the rules, one after the other, whether a client may make the namespace, and tells whose child it is; empty if all say no. */
    void ask(String name, Handshake handshake, Consumer<Optional<ParentNamespace>> then) {
        new NamespaceSearch(name, handshake, then).ask(parents.iterator());
    }

    /** Returns the child of this name; the one that exists already if another client was faster. */
    ServerNamespace child(ParentNamespace parent, String name) {
        ServerNamespace child = put(parent.newChild(name));
        parent.add(child);
        if (child.ended()) {
            remove(child); // another client made it, or joined it, and left meanwhile
        }
        return child;
    }

    private ServerNamespace put(ServerNamespace fresh) {
        ServerNamespace kept = byName.compute(fresh.name(), (name, old) -> old == null || old.ended() ? fresh : old);
        if (kept == fresh) {
            fresh.adapter().init();
            listeners.forEach(listener -> Guard.run("new namespace " + fresh.name(), () -> listener.accept(fresh)));
        }
        return kept;
    }

    /** Forgets a namespace that ended; does nothing the second time. */
    void remove(ServerNamespace ended) {
        byName.remove(ended.name(), ended);
        parents.forEach(parent -> parent.remove(ended));
        ended.adapter().close();
    }

    @Override
    public void close() {
        byName.values().forEach(namespace -> namespace.adapter().close());
    }
}
