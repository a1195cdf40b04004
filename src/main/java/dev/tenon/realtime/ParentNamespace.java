package dev.tenon.realtime;

import dev.tenon.realtime.adapter.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All namespaces that one rule lets clients make: a view of its children. */
final class ParentNamespace extends ListeningNamespace {
    private final RealtimeServer server;
    private final NamespaceRule rule;
    private final Set<ServerNamespace> children = ConcurrentHashMap.newKeySet();
    private final Broadcast everybody;

    ParentNamespace(RealtimeServer server, String name, NamespaceRule rule) {
        super(name, Optional.empty());
        this.server = server;
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
        return new ServerNamespace(server, child, Optional.of(this), occupants);
    }

    void add(ServerNamespace child) {
        children.add(child);
    }

    void remove(ServerNamespace child) {
        children.remove(child);
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
