package dev.tenon.realtime.adapter;

import java.util.function.Consumer;

/** The sockets that a broadcast reaches on this server, found while it is sent: nothing is copied for the plain ones. */
@FunctionalInterface
public interface Recipients {
    /** Gives the id of each to the action, once; one that left meanwhile may be among them. */
    void forEach(Consumer<? super String> action);
}
