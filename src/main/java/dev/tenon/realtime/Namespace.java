package dev.tenon.realtime;

import dev.tenon.realtime.adapter.RoomEvent;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One of the channels that share a connection. Each has its own middleware, sockets and rooms. Thread-safe. Not for applications to
 * implement.
 *
 * <p>A parent, which {@link Realtime#of(java.util.regex.Pattern)} and {@link Realtime#of(NamespaceRule)} return, gives its middleware and
 * listeners to all its children, where they come before the child's own; its sockets are those of its children on this server, and what is
 * sent to it is sent to them.
 */
public interface Namespace {
    /** Returns its name, which begins with a slash. */
    String name();

    /**
     * Adds a step that every new socket must pass before it is connected; steps run in the order in which they were added.
     *
     * @return this
     */
    Namespace use(Middleware middleware);

    /**
     * Adds a listener that is given every socket once it is connected: the place to add handlers to it. It runs before any event of the
     * socket.
     *
     * @return this
     */
    Namespace onConnection(Consumer<Socket> listener);

    /**
     * Adds a listener as the reference's {@code on} does; the same as {@link #onConnection}.
     *
     * @param event {@code connection}, or its other name {@code connect}
     * @return this
     * @throws IllegalArgumentException if it is any other: events of clients are heard by {@link Socket#on}, those of servers by
     *     {@link #onServerSideEvent}
     */
    default Namespace on(String event, Consumer<Socket> listener) {
        if (!event.equals("connection") && !event.equals("connect")) {
            throw new IllegalArgumentException("a namespace has no event '" + event + "', only 'connection'");
        }
        return onConnection(listener);
    }

    /** Returns the sockets that are connected to this server, by id; a copy. */
    Map<String, Socket> sockets();

    /** Returns the socket of this id, if it is connected to this server. */
    Optional<Socket> socket(String id);

    /** Returns the rooms of this server, with the ids of the sockets in them; a copy. Each socket is in the room of its own id. */
    Map<String, Set<String>> rooms();

    /** Returns all sockets of the namespace, on all servers. */
    Broadcast broadcast();

    /**
     * Returns everybody who is in one of the rooms.
     *
     * @param rooms names of rooms, ids of sockets or ids of HTTP sessions; none at all means everybody
     */
    default Broadcast to(String... rooms) {
        return broadcast().to(rooms);
    }

    /** Returns the same as {@link #to}. */
    default Broadcast in(String... rooms) {
        return to(rooms);
    }

    /**
     * Returns every tab of an HTTP session: all sockets that belong to it.
     *
     * @throws IllegalStateException if the session has ended
     */
    default Broadcast session(HttpSession session) {
        return broadcast().session(session);
    }

    /** Returns everybody who is in none of the rooms. */
    default Broadcast except(String... rooms) {
        return broadcast().except(rooms);
    }

    /** Returns everybody on this server. */
    default Broadcast local() {
        return broadcast().local();
    }

    /** Returns everybody, for events that may be lost; see {@link Broadcast#asVolatile}. */
    default Broadcast asVolatile() {
        return broadcast().asVolatile();
    }

    /** Returns everybody, for events that may be compressed, or may not. */
    default Broadcast compress(boolean compress) {
        return broadcast().compress(compress);
    }

    /**
     * Returns everybody, for {@link Broadcast#emitWithAck} to wait this long.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    default Broadcast timeout(Duration timeout) {
        return broadcast().timeout(timeout);
    }

    /**
     * Sends an event to every socket of the namespace.
     *
     * @param args see {@link Socket#emit}
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    default void emit(String event, Object... args) {
        broadcast().emit(event, args);
    }

    /** Returns the sockets of all servers; see {@link Broadcast#fetchSockets}. */
    default CompletionStage<List<RemoteSocket>> fetchSockets() {
        return broadcast().fetchSockets();
    }

    /** Makes all sockets join rooms. */
    default void socketsJoin(String... rooms) {
        broadcast().socketsJoin(rooms);
    }

    /** Makes all sockets leave rooms. */
    default void socketsLeave(String... rooms) {
        broadcast().socketsLeave(rooms);
    }

    /** Disconnects all sockets; see {@link Broadcast#disconnectSockets}. */
    default void disconnectSockets(boolean close) {
        broadcast().disconnectSockets(close);
    }

    /**
     * Sends an event to the same namespace of all other servers, but to none of their clients. Without an adapter of several servers there is
     * nobody to hear it.
     *
     * @param args see {@link Socket#emit}
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    default void serverSideEmit(String event, Object... args) {
        broadcast().serverSideEmit(event, args);
    }

    /**
     * Sends an event that every other server answers, within the {@code requestsTimeout} of the adapter, 5 seconds by default.
     *
     * @param args see {@link Socket#emit}
     * @return the answer of each, in the order in which they came, none without other servers; an {@link AckTimeoutException}, which has the
     *     answers so far, if one is missing when time is up
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    default CompletionStage<List<Args>> serverSideEmitWithAck(String event, Object... args) {
        return broadcast().serverSideEmitWithAck(event, args);
    }

    /**
     * Adds a listener of an event that another server sent by {@link #serverSideEmit}. It runs on a thread of the adapter.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    Namespace onServerSideEvent(String event, EventListener listener);

    /**
     * Adds a listener of the rooms of this server: the reference's {@code create-room, join-room, leave-room, delete-room}. It runs on the thread
     * that changed the room, and should be quick.
     *
     * @return this
     */
    Namespace onRoomEvent(Consumer<RoomEvent> listener);
}
