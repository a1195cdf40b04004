package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.EncodedPacket;

/** Hands a packet to sockets of this node. */
@FunctionalInterface
public interface Outlet {
    /**
     * Sends one encoded packet to many. Neither blocks nor runs code of the application.
     *
     * @param ids the sockets, each once; one that left meanwhile is passed over
     */
    void send(EncodedPacket packet, Iterable<String> ids);
}
