package dev.tenon.realtime;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of the channels that share a connection. Each has its own middleware, sockets and rooms. Thread-safe. Not for applications to
 * implement.
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

    /** Returns the sockets that are connected to this node, by id; a copy. */
    Map<String, Socket> sockets();

    /** Returns the socket of this id, if it is connected to this node. */
    Optional<Socket> socket(String id);

    /**
     * Returns what sends to everybody who is in one of the rooms.
     *
     * @param rooms names of rooms, ids of sockets or ids of HTTP sessions; none at all means everybody
     */
    Broadcast to(String... rooms);

    /** Returns the same as {@link #to}. */
    Broadcast in(String... rooms);

    /** Returns what sends to everybody who is in none of the rooms. */
    Broadcast except(String... rooms);

    /**
     * Sends an event to every socket of the namespace.
     *
     * @param args see {@link Socket#emit}
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    void emit(String event, Object... args);
}
