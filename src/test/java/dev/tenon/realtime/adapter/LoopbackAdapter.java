package dev.tenon.realtime.adapter;

import dev.tenon.json.Json;
import dev.tenon.realtime.protocol.Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An adapter whose servers are in one process: what a cluster's does, without the network, but with all that passes through JSON. */
public final class LoopbackAdapter implements Adapter {
    /** Another one than by default. */
    public static final Duration REQUESTS_TIMEOUT = Duration.ofSeconds(7);

    private final List<LoopbackAdapter> servers;
    private final LocalSockets sockets;
    private final MemoryAdapter local;

    private LoopbackAdapter(List<LoopbackAdapter> servers, LocalSockets sockets) {
        this.servers = servers;
        this.sockets = sockets;
        this.local = new MemoryAdapter(sockets);
    }

    /** Returns what makes the adapters of one cluster. */
    public static AdapterFactory cluster() {
        Map<String, List<LoopbackAdapter>> byNamespace = new ConcurrentHashMap<>();
        return sockets -> new LoopbackAdapter(
                byNamespace.computeIfAbsent(sockets.namespace(), name -> new CopyOnWriteArrayList<>()), sockets);
    }

    @Override
    public void init() {
        servers.add(this);
    }

    @Override
    public void close() {
        servers.remove(this);
    }

    @Override
    public Duration requestsTimeout() {
        return REQUESTS_TIMEOUT;
    }

    private List<LoopbackAdapter> others() {
        return servers.stream().filter(server -> server != this).toList();
    }

    private void atOthers(Target target, Consumer<MemoryAdapter> action) {
        if (!target.flags().local()) {
            others().forEach(server -> action.accept(server.local));
        }
    }

    private static Packet carried(Packet packet) {
        return new Packet(packet.type(), packet.namespace(), carried(packet.data()), packet.id());
    }

    private static Object carried(Object value) {
        return Json.parse(Json.write(value));
    }

    @Override
    public void add(String id) {
        local.add(id);
    }

    @Override
    public void remove(String id) {
        local.remove(id);
    }

    @Override
    public void join(String id, Collection<String> rooms) {
        local.join(id, rooms);
    }

    @Override
    public void leave(String id, String room) {
        local.leave(id, room);
    }

    @Override
    public Set<String> rooms(String id) {
        return local.rooms(id);
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return local.rooms();
    }

    @Override
    public void broadcast(Packet packet, Target target) {
        local.broadcast(packet, target);
        atOthers(target, server -> server.broadcast(carried(packet), target));
    }

    @Override
    public void broadcastWithAck(Packet packet, Target target, Answers answers) {
        local.broadcastWithAck(packet, target, answers);
        atOthers(target, server -> server.broadcastWithAck(carried(packet), target, answers));
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return CompletableFuture.completedStage(servers.size());
    }

    @Override
    public CompletionStage<List<SocketDetails>> fetchSockets(Target target) {
        List<SocketDetails> all = new ArrayList<>();
        local.fetchSockets(target).thenAccept(all::addAll);
        atOthers(target, server -> server.fetchSockets(target)
                .thenAccept(found -> found.forEach(details -> all.add(Carried.of(details)))));
        return CompletableFuture.completedStage(all);
    }

    @Override
    public void addSockets(Target target, Collection<String> rooms) {
        local.addSockets(target, rooms);
        atOthers(target, server -> server.addSockets(target, rooms));
    }

    @Override
    public void delSockets(Target target, Collection<String> rooms) {
        local.delSockets(target, rooms);
        atOthers(target, server -> server.delSockets(target, rooms));
    }

    @Override
    public void disconnectSockets(Target target, boolean close) {
        local.disconnectSockets(target, close);
        atOthers(target, server -> server.disconnectSockets(target, close));
    }

    @Override
    @SuppressWarnings("unchecked") // an array stays an array
    public void serverSideEmit(List<Object> event) {
        List<Object> carried = (List<Object>) carried(event);
        others().forEach(server -> server.sockets.serverSideEvent(carried, Optional.empty()));
    }

    @Override
    @SuppressWarnings("unchecked") // an array stays an array
    public void serverSideEmitWithAck(List<Object> event, Answers answers) {
        answers.sent(others().size());
        List<Object> carried = (List<Object>) carried(event);
        others().forEach(server -> server.sockets.serverSideEvent(
                carried, Optional.of(values -> answers.answered((List<Object>) carried(List.of(values))))));
    }

    private record Carried(String id, Map<String, Object> handshake, Set<String> rooms, Map<String, Object> data)
            implements SocketDetails {
        @SuppressWarnings("unchecked") // an object stays an object
        private static Carried of(SocketDetails details) {
            return new Carried(details.id(), (Map<String, Object>) carried(details.handshake()), details.rooms(), (Map<
                            String, Object>)
                    carried(details.data()));
        }
    }
}
