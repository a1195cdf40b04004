package dev.tenon.realtime.adapter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what was sent, and the sockets that were cut off, for clients that come back; keeps nothing unless overridden. Thread-safe. */
public interface SessionKeeper {
    /**
     * Returns whether what is broadcast is kept, so that clients may come back: see {@link #persistSession}. False unless overridden.
     *
     * <p>An adapter that keeps it gives each event that {@link NumberedPacket#isFor} names an offset, and {@link LocalSockets#queue queues}
     * events in the order of their offsets: one that overtook another would hide it from a client that then comes back.
     */
    default boolean keepsSessions() {
        return false;
    }

    /**
     * Compares two offsets that were given in one namespace: negative if the event of the first is before that of the second, zero if it is the
     * same. What keeps sessions overrides it.
     */
    default int compareOffsets(String one, String other) {
        throw new UnsupportedOperationException("no sessions are kept here");
    }

    /** Keeps a socket that was cut off, as long as {@link LocalSockets#maxDisconnectionDuration} says. Does nothing unless overridden. */
    default void persistSession(SavedSession session) {}

    /**
     * Takes a session, which nobody can take a second time.
     *
     * @param offset of the last event that the client has, as it says
     * @return the session from the place on behind which it missed something; empty if there is none, or if it is not certain that everything
     *     is still known that it missed. Never fails for what a client can say
     */
    default CompletionStage<Optional<SavedSession>> restoreSession(String pid, String offset) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    /**
     * Returns the events that a restored session missed up to now, in the order of their offsets. Asked once, after its socket has joined its rooms
     * again: what is broadcast meanwhile may be among them, and is not sent twice.
     */
    default CompletionStage<List<NumberedPacket>> missedPackets(SavedSession restored) {
        return CompletableFuture.completedStage(List.of());
    }
}
