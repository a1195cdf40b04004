package dev.tenon.realtime;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One client in one namespace. It is in the room of its own id from the beginning, and in the room of its HTTP session's alias if its
 * handshake had a session. Thread-safe. Not for applications to implement.
 */
public interface Socket extends SocketEvents {
    /** Returns its public id, which may be shown to other clients: random, and another one after each reconnect, unless it is {@link #recovered}. */
    String id();

    /**
     * Returns a public id of its client's connection, which its sockets in all namespaces share: random, and another one after each reconnect. It is
     * not the id by which the client polls, which is secret.
     */
    String clientId();

    /** Returns the namespace that it is in. */
    Namespace namespace();

    /** Returns whether it is connected: false before all middleware let it pass, and false again from the moment it ends. */
    boolean connected();

    /**
     * Returns whether it was here before, was cut off, and is back with its id, its rooms, its data and what it missed: see {@link
     * RealtimeOptions.Builder#connectionStateRecovery}.
     */
    boolean recovered();

    /** Returns how it came. */
    Handshake handshake();

    /** Returns the name of the transport that carries it now: {@code polling} or {@code websocket}. */
    String transport();

    /**
     * Returns the HTTP session that it belongs to: that of its handshake, or else of the first request of its connection that came with one;
     * empty if none did. It never changes to another.
     */
    Optional<SocketSession> session();

    /**
     * Opens the HTTP session for a short piece of work, and keeps what the work changed: see {@link SocketSession#access}.
     *
     * @return false, without running the work, if there is no session, or it has ended
     */
    default boolean session(Consumer<HttpSession> work) {
        return session().filter(found -> found.access(work)).isPresent();
    }

    /** Returns the rooms that it is in; a copy, empty after it ended. */
    Set<String> rooms();

    /** Returns a place for what the application knows about it; concurrent, so null is neither a key nor a value. */
    Map<String, Object> data();

    /** Joins rooms; they are made when the first socket joins and vanish with the last. Does nothing after it ended. */
    void join(String... rooms);

    /** Leaves a room. Does nothing if it is not there. */
    void leave(String room);

    /**
     * Sends an event to this client. Dropped when it is not connected.
     *
     * @param args texts, numbers, booleans, null, maps, lists, arrays, records, enums, temporals (as ISO 8601), and bytes ({@code byte[]} or
     *     {@link java.nio.ByteBuffer}, anywhere in the others), which travel as binary attachments
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    void emit(String event, Object... args);

    /**
     * Sends an event that the client answers; {@link #timeout} says how long it may take, else it may take as long as the client is there.
     *
     * @param args see {@link #emit}
     * @return the answer, or a {@link java.util.concurrent.TimeoutException} when none came in time or the client is gone
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    CompletionStage<Args> emitWithAck(String event, Object... args);

    /** Returns what sends to this client and may be lost, the reference's {@code volatile}. */
    Emitter asVolatile();

    /** Returns what sends to this client and may be compressed, or may not. */
    Emitter compress(boolean compress);

    /**
     * Returns what sends to this client and waits that long for an answer.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    Emitter timeout(Duration timeout);

    /** Returns what sends to everybody who is in one of the rooms, but not to this socket. */
    Broadcast to(String... rooms);

    /** Returns the same as {@link #to}. */
    Broadcast in(String... rooms);

    /** Returns what sends to everybody of the namespace who is in none of the rooms, and is not this socket. */
    Broadcast except(String... rooms);

    /** Returns what sends to everybody of the namespace but this socket. */
    Broadcast broadcast();

    /** Returns the same, for those of this server only. */
    default Broadcast local() {
        return broadcast().local();
    }

    /**
     * Ends the socket; the reason is {@code server namespace disconnect}. The client does not reconnect by itself.
     *
     * @param close whether to close the whole connection with its sockets of other namespaces, too
     */
    void disconnect(boolean close);
}
