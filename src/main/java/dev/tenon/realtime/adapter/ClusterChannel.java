package dev.tenon.realtime.adapter;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Carries what the servers of a cluster say to each other about one namespace. Thread-safe; no method waits for the network. One that keeps
 * sessions brings the broadcasts that {@link NumberedPacket#isFor} names back by {@link Receiver#numbered}, to this server, too.
 */
public interface ClusterChannel extends SessionKeeper, AutoCloseable {
    /** Begins to hear the other servers. */
    void open(Receiver receiver);

    /** Ends what {@link #open} began, and does nothing the second time. */
    @Override
    void close();

    /**
     * Returns what sends a request to all other servers, after those sent before; lost where they cannot be reached. The values in it are
     * written now, so that the application may go on with them.
     *
     * @throws IllegalArgumentException if a value in it has no JSON form
     */
    Runnable prepare(ClusterMessage.Request request);

    /** Hears that rooms of this server changed, as {@link LocalSockets#roomChanged} does. Does nothing unless overridden. */
    default void roomChanged(RoomEvent event) {}

    /** Returns how many servers have the namespace, this one included; fails where that cannot be known. */
    CompletionStage<Integer> serverCount();

    /** Hears the other servers, on a thread of the channel, which must not be held up. What it throws is logged by the channel. */
    interface Receiver {
        /**
         * Hears a request of another server.
         *
         * @param reply sends an answer to that server
         */
        void request(ClusterMessage.Request request, Consumer<ClusterMessage.Answer> reply);

        /** Hears an answer to a request of this server, or of any other. */
        void answer(ClusterMessage.Answer answer);

        /** Returns whether a socket of this server is in the room: what is for others only need not be read. */
        boolean hasRoom(String room);

        /** Hears a broadcast of any server, this one included, with its place among all that are kept; in the order of these. */
        void numbered(ClusterMessage.Broadcast broadcast, String offset);
    }
}
