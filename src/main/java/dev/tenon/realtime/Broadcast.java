package dev.tenon.realtime;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.protocol.Packet;

/** Sends events to many sockets of one namespace, each encoded once. Immutable: each method that narrows or widens the target returns a new one. */
public final class Broadcast {
    private final Adapter adapter;
    private final String namespace;
    private final Target target;

    Broadcast(Adapter adapter, String namespace, Target target) {
        this.adapter = adapter;
        this.namespace = namespace;
        this.target = target;
    }

    /**
     * Returns what sends to those who are in one of these rooms, or of the ones named before; a socket in several of them hears it once.
     *
     * @param rooms names of rooms, ids of sockets or ids of HTTP sessions
     */
    public Broadcast to(String... rooms) {
        return new Broadcast(adapter, namespace, target.to(rooms));
    }

    /** Returns the same as {@link #to}. */
    public Broadcast in(String... rooms) {
        return to(rooms);
    }

    /** Returns what sends to the same, without those who are in one of these rooms. */
    public Broadcast except(String... rooms) {
        return new Broadcast(adapter, namespace, target.except(rooms));
    }

    /**
     * Sends an event. Neither blocks nor waits for anybody.
     *
     * @param args see {@link Socket#emit}
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public void emit(String event, Object... args) {
        adapter.broadcast(Packet.event(namespace, event, args, Packet.NO_ID), target);
    }
}
