package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import java.util.Collection;
import java.util.Set;

/**
 * Knows who is in which room of one namespace, and carries broadcasts there: the SPI behind which one node becomes many. Implementations are
 * thread-safe, and hold no lock while they send.
 */
public interface Adapter {
    /** Adds a socket of this node, which is in no room yet. */
    void add(String id);

    /** Removes a socket of this node from all its rooms and for good. Does nothing if it is not there. */
    void remove(String id);

    /** Puts a socket of this node into rooms. Does nothing if it was not added, or was removed. */
    void join(String id, Collection<String> rooms);

    /** Takes a socket of this node out of a room. Does nothing if it is not there. */
    void leave(String id, String room);

    /** Returns the rooms that a socket of this node is in; a copy, empty if it is not there. */
    Set<String> rooms(String id);

    /** Returns the sockets of this node that a broadcast would reach; a copy. */
    Set<String> sockets(Target target);

    /**
     * Sends a packet to whoever is meant, encoding it once.
     *
     * @throws IllegalArgumentException if a value of the packet has no JSON form
     */
    void broadcast(Packet packet, Target target);
}
