package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Knows who is in which room of one namespace, and carries broadcasts there: the SPI behind which one server becomes many. An adapter of
 * several servers keeps its own sockets in a {@link MemoryAdapter}, and does what a target asks on the other servers, too, unless its flags
 * say that it is local. Implementations are thread-safe, block nobody, and hold no lock while they call {@link LocalSockets}.
 */
public interface Adapter extends SessionKeeper, AutoCloseable {
    /** Begins to hear other servers. Does nothing unless overridden. */
    default void init() {}

    /** Ends what {@link #init} began, and does nothing the second time. Does nothing at all unless overridden. */
    @Override
    default void close() {}

    /** Adds a socket of this server, which is in no room yet. */
    void add(String id);

    /** Removes a socket of this server from all its rooms and for good. Does nothing if it is not there. */
    void remove(String id);

    /** Puts a socket of this server into rooms. Does nothing if it was not added, or was removed. */
    void join(String id, Collection<String> rooms);

    /** Takes a socket of this server out of a room. Does nothing if it is not there. */
    void leave(String id, String room);

    /** Returns the rooms that a socket of this server is in; a copy, empty if it is not there. */
    Set<String> rooms(String id);

    /** Returns the rooms of this server with the ids of the sockets in them; a copy. */
    Map<String, Set<String>> rooms();

    /**
     * Sends a packet to whoever is meant.
     *
     * @throws IllegalArgumentException if a value of the packet has no JSON form
     */
    void broadcast(Packet packet, Target target);

    /**
     * Sends a packet that everybody answers who receives it.
     *
     * @param answers hears from every server that is counted by {@link #serverCount}
     * @throws IllegalArgumentException if a value of the packet has no JSON form
     */
    void broadcastWithAck(Packet packet, Target target, Answers answers);

    /** Returns how many servers there are; those beyond this one are not asked when the target is local. */
    CompletionStage<Integer> serverCount();

    /** Returns the connected sockets that a broadcast would reach, of all servers. */
    CompletionStage<List<SocketDetails>> fetchSockets(Target target);

    /** Returns the ids of these sockets; asks for all that is known of them unless overridden. */
    default CompletionStage<Set<String>> sockets(Target target) {
        return fetchSockets(target).thenApply(SocketDetails::ids);
    }

    /** Puts whoever is meant into rooms. */
    void addSockets(Target target, Collection<String> rooms);

    /** Takes whoever is meant out of rooms. */
    void delSockets(Target target, Collection<String> rooms);

    /** Disconnects whoever is meant. */
    void disconnectSockets(Target target, boolean close);

    /**
     * Sends an event to the other servers, where {@link LocalSockets#serverSideEvent} hears it.
     *
     * @param event its name and arguments
     * @throws IllegalArgumentException if an argument has no JSON form
     */
    void serverSideEmit(List<Object> event);

    /**
     * Sends an event that every other server answers.
     *
     * @param event its name and arguments
     * @param answers is told once how many servers were asked, and then each answer
     * @throws IllegalArgumentException if an argument has no JSON form
     */
    void serverSideEmitWithAck(List<Object> event, Answers answers);

    /** Returns how long other servers may take to answer; 5 seconds unless overridden. */
    default Duration requestsTimeout() {
        return Duration.ofSeconds(5);
    }
}
