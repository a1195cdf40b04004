package dev.tenon.realtime;

import dev.tenon.realtime.adapter.RoomEvent;
import dev.tenon.realtime.adapter.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All namespaces that one rule lets clients make: a view of its children. */
final class ParentNamespace implements Namespace {
    private final RealtimeServer server;
    private final String name;
    private final NamespaceRule rule;
    private final NamespaceListeners listeners = new NamespaceListeners(Optional.empty());
    private final Set<ServerNamespace> children = ConcurrentHashMap.newKeySet();
    private final Broadcast everybody;

    ParentNamespace(RealtimeServer server, String name, NamespaceRule rule) {
        this.server = server;
        this.name = name;
        this.rule = rule;
        this.everybody = new Broadcast(server, children, Target.ALL);
    }

    NamespaceRule rule() {
        return rule;
    }

    /** Returns a new child, which is not one yet that anybody could join. */
    ServerNamespace newChild(String child) {
        Optional<Occupants> occupants =
                server.options().cleanupEmptyChildNamespaces() ? Optional.of(new Occupants()) : Optional.empty();
        return new ServerNamespace(server, child, Optional.of(listeners), occupants);
    }

    void add(ServerNamespace child) {
        children.add(child);
    }

    void remove(ServerNamespace child) {
        children.remove(child);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace use(Middleware middleware) {
        listeners.use(middleware);
        return this;
    }

    @Override
    public Namespace onConnection(Consumer<Socket> listener) {
        listeners.onConnection(listener);
        return this;
    }

    @Override
    public Namespace onRoomEvent(Consumer<RoomEvent> listener) {
        listeners.onRoomEvent(listener);
        return this;
    }

    @Override
    public Namespace onServerSideEvent(String event, EventListener listener) {
        listeners.onServerSideEvent(event, listener);
        return this;
    }

    @Override
    public Map<String, Socket> sockets() {
        Map<String, Socket> all = new HashMap<>();
        children.forEach(child -> all.putAll(child.sockets()));
        return all;
    }

    @Override
    public Optional<Socket> socket(String id) {
        return children.stream().flatMap(child -> child.socket(id).stream()).findFirst();
    }

    @Override
    public Map<String, Set<String>> rooms() {
        Map<String, Set<String>> all = new HashMap<>();
        children.forEach(child -> child.rooms().forEach((room, ids) -> all.computeIfAbsent(room, any -> new HashSet<>())
                .addAll(ids)));
        return all;
    }

    @Override
    public Broadcast broadcast() {
        return everybody;
    }
}
