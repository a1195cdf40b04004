package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The rooms of a single server, for which there are no others. Each change locks the entry of its socket, and below that the entry of its
 * room, never the other way round and never
 * while a packet is sent or a listener told.
 */
public sealed class MemoryAdapter implements Adapter permits SessionAwareAdapter {
    private final Map<String, Set<String>> roomsBySocket = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> socketsByRoom = new ConcurrentHashMap<>();
    private final LocalSockets local;
    private final Consumer<RoomEvent> listener;

    /** Sets whose rooms they are. */
    public MemoryAdapter(LocalSockets local) {
        this(local, local::roomChanged);
    }

    /** Sets whose rooms they are, and who hears that they change. */
    MemoryAdapter(LocalSockets local, Consumer<RoomEvent> listener) {
        this.local = local;
        this.listener = listener;
    }

    @Override
    public void add(String id) {
        roomsBySocket.putIfAbsent(id, Set.of());
    }

    @Override
    public void remove(String id) {
        List<RoomEvent> events = new ArrayList<>(2);
        roomsBySocket.computeIfPresent(id, (socket, rooms) -> {
            rooms.forEach(room -> leaveRoom(socket, room, events));
            return null;
        });
        events.forEach(listener);
    }

    @Override
    public void join(String id, Collection<String> names) {
        List<RoomEvent> events = new ArrayList<>(2);
        roomsBySocket.computeIfPresent(id, (socket, before) -> {
            Set<String> rooms = before;
            for (String name : names) {
                if (!rooms.contains(name)) {
                    rooms = Members.with(rooms, name);
                    enterRoom(socket, name, events);
                }
            }
            return rooms;
        });
        events.forEach(listener);
    }

    @Override
    public void leave(String id, String name) {
        List<RoomEvent> events = new ArrayList<>(2);
        roomsBySocket.computeIfPresent(id, (socket, rooms) -> {
            if (rooms.contains(name)) {
                leaveRoom(socket, name, events);
            }
            return Members.without(rooms, name);
        });
        events.forEach(listener);
    }

    private void enterRoom(String id, String room, List<RoomEvent> events) {
        socketsByRoom.compute(room, (name, sockets) -> {
            if (sockets == null) {
                events.add(RoomEvent.create(room));
            }
            events.add(RoomEvent.join(room, id));
            return Members.with(sockets == null ? Set.of() : sockets, id);
        });
    }

    private void leaveRoom(String id, String room, List<RoomEvent> events) {
        socketsByRoom.computeIfPresent(room, (name, sockets) -> {
            Set<String> rest = Members.without(sockets, id);
            events.add(RoomEvent.leave(room, id));
            if (rest.isEmpty()) {
                events.add(RoomEvent.delete(room));
                return null;
            }
            return rest;
        });
    }

    @Override
    public Set<String> rooms(String id) {
        return Set.copyOf(roomsBySocket.getOrDefault(id, Set.of()));
    }

    @Override
    public Map<String, Set<String>> rooms() {
        Map<String, Set<String>> copy = new HashMap<>();
        socketsByRoom.forEach((room, sockets) -> copy.put(room, Set.copyOf(sockets)));
        return copy;
    }

    @Override
    public void broadcast(Packet packet, Target target) {
        local.send(packet, target.flags(), recipients(target), Runnable::run);
    }

    @Override
    public void broadcastWithAck(Packet packet, Target target, Answers answers) {
        local.sendWithAck(packet, target.flags(), recipients(target), answers, Runnable::run);
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return CompletableFuture.completedStage(1);
    }

    @Override
    public CompletionStage<List<SocketDetails>> fetchSockets(Target target) {
        List<SocketDetails> found = new ArrayList<>();
        recipients(target).forEach(id -> local.details(id).ifPresent(found::add));
        return CompletableFuture.completedStage(found);
    }

    @Override
    public CompletionStage<Set<String>> sockets(Target target) {
        return CompletableFuture.completedStage(Set.copyOf(ids(target)));
    }

    @Override
    public void addSockets(Target target, Collection<String> rooms) {
        ids(target).forEach(id -> join(id, rooms));
    }

    @Override
    public void delSockets(Target target, Collection<String> rooms) {
        ids(target).forEach(id -> rooms.forEach(room -> leave(id, room)));
    }

    @Override
    public void disconnectSockets(Target target, boolean close) {
        ids(target).forEach(id -> local.disconnect(id, close));
    }

    @Override
    public void serverSideEmit(List<Object> event) {
        // there is nobody else to hear it
    }

    @Override
    public void serverSideEmitWithAck(List<Object> event, Answers answers) {
        answers.sent(0);
    }

    /** Returns a copy: what is done with them changes the rooms that they were found in. */
    final List<String> ids(Target target) {
        List<String> ids = new ArrayList<>();
        recipients(target).forEach(id -> local.details(id).ifPresent(connected -> ids.add(id)));
        return ids;
    }

    /** Returns whom a target means. */
    final Recipients recipients(Target target) {
        Recipients found = target.rooms().isEmpty() ? roomsBySocket.keySet()::forEach : inAnyOf(target.rooms());
        if (target.except().isEmpty()) {
            return found;
        }
        List<Set<String>> excepted = target.except().stream().map(this::inRoom).toList();
        return action -> found.forEach(id -> {
            if (!isInAnyOf(excepted, id)) {
                action.accept(id);
            }
        });
    }

    private Recipients inAnyOf(Set<String> rooms) {
        if (rooms.size() == 1) {
            return inRoom(rooms.iterator().next())::forEach;
        }
        Set<String> union = new HashSet<>();
        rooms.forEach(room -> union.addAll(inRoom(room)));
        return union::forEach;
    }

    final boolean hasRoom(String room) {
        return socketsByRoom.containsKey(room);
    }

    private Set<String> inRoom(String room) {
        return socketsByRoom.getOrDefault(room, Set.of());
    }

    private static boolean isInAnyOf(List<Set<String>> sets, String id) {
        for (Set<String> set : sets) {
            if (set.contains(id)) {
                return true;
            }
        }
        return false;
    }
}
