package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketEncoder;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rooms of a single node. Each change locks the entry of its socket, and below that the entry of its room, never the other way round and
 * never while a packet is sent.
 */
public final class MemoryAdapter implements Adapter {
    private final Map<String, Set<String>> roomsBySocket = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> socketsByRoom = new ConcurrentHashMap<>();
    private final Outlet outlet;

    /** Sets what sends. */
    public MemoryAdapter(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public void add(String id) {
        roomsBySocket.putIfAbsent(id, ConcurrentHashMap.newKeySet(2));
    }

    @Override
    public void remove(String id) {
        roomsBySocket.computeIfPresent(id, (socket, rooms) -> {
            rooms.forEach(room -> leaveRoom(socket, room));
            return null;
        });
    }

    @Override
    public void join(String id, Collection<String> names) {
        roomsBySocket.computeIfPresent(id, (socket, rooms) -> {
            names.stream().filter(rooms::add).forEach(room -> enterRoom(socket, room));
            return rooms;
        });
    }

    @Override
    public void leave(String id, String name) {
        roomsBySocket.computeIfPresent(id, (socket, rooms) -> {
            if (rooms.remove(name)) {
                leaveRoom(socket, name);
            }
            return rooms;
        });
    }

    private void enterRoom(String id, String room) {
        socketsByRoom.compute(room, (name, sockets) -> {
            Set<String> all = sockets == null ? ConcurrentHashMap.newKeySet(2) : sockets;
            all.add(id);
            return all;
        });
    }

    private void leaveRoom(String id, String room) {
        socketsByRoom.computeIfPresent(room, (name, sockets) -> {
            sockets.remove(id);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    @Override
    public Set<String> rooms(String id) {
        return Set.copyOf(roomsBySocket.getOrDefault(id, Set.of()));
    }

    @Override
    public Set<String> sockets(Target target) {
        return Set.copyOf(matching(target));
    }

    @Override
    public void broadcast(Packet packet, Target target) {
        outlet.send(PacketEncoder.encode(packet), matching(target));
    }

    private Set<String> matching(Target target) {
        Set<String> found = target.rooms().isEmpty() ? roomsBySocket.keySet() : inAnyOf(target.rooms());
        if (target.except().isEmpty()) {
            return found;
        }
        Set<String> rest = new HashSet<>(found);
        rest.removeAll(inAnyOf(target.except()));
        return rest;
    }

    private Set<String> inAnyOf(Set<String> rooms) {
        if (rooms.size() == 1) {
            return socketsByRoom.getOrDefault(rooms.iterator().next(), Set.of());
        }
        Set<String> union = new HashSet<>();
        rooms.forEach(room -> union.addAll(socketsByRoom.getOrDefault(room, Set.of())));
        return union;
    }
}
