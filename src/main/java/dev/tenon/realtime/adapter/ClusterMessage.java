package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the servers of a cluster say to each other about one namespace, in whatever form it travels. Immutable. */
public sealed interface ClusterMessage {
    /** Something that every other server does, or answers. */
    sealed interface Request extends ClusterMessage {}

    /** Something that is told to the server that asked. */
    sealed interface Answer extends ClusterMessage {
        /** Returns the id of the request. */
        String requestId();
    }

    /**
     * Send this to whoever is meant.
     *
     * @param requestId of the answers, {@link Count} and one {@link Acked} from each client; empty if none are wanted
     */
    record Broadcast(Packet packet, Target target, Optional<String> requestId) implements Request {}

    /** Put whoever is meant into rooms. */
    record Join(Target target, List<String> rooms) implements Request {}

    /** Take whoever is meant out of rooms. */
    record Leave(Target target, List<String> rooms) implements Request {}

    /** Disconnect whoever is meant. */
    record Disconnect(Target target, boolean close) implements Request {}

    /**
     * Tell about whoever is meant; the answer is {@link Fetched}.
     *
     * @param inPages whether the answer may come in several: servers of the reference take the first for all
     */
    record Fetch(Target target, String requestId, boolean inPages) implements Request {}

    /** Tell who is meant; the answer is {@link Fetched}, with nothing but ids. */
    record Sockets(Target target, String requestId) implements Request {}

    /** Tell what rooms there are; the answer is {@link Rooms}. */
    record AllRooms(String requestId) implements Request {}

    /**
     * Tell this event to your listeners.
     *
     * @param event its name and arguments
     * @param requestId of the answer, {@link EventAnswered}; empty if none is wanted
     */
    record Event(List<Object> event, Optional<String> requestId) implements Request {}

    /** So many sockets received the broadcast. */
    record Count(String requestId, int sockets) implements Answer {}

    /** One socket answered the broadcast. */
    record Acked(String requestId, List<Object> args) implements Answer {}

    /**
     * These are the sockets.
     *
     * @param isLast whether the server has told about all now
     */
    record Fetched(String requestId, List<SocketDetails> sockets, boolean isLast) implements Answer {}

    /** These are the rooms. */
    record Rooms(String requestId, Set<String> rooms) implements Answer {}

    /** A listener answered the event. */
    record EventAnswered(String requestId, List<Object> args) implements Answer {}

    /** A socket as another server described it. */
    record RemoteDetails(String id, Map<String, Object> handshake, Set<String> rooms, Map<String, Object> data)
            implements SocketDetails {
        /** Returns a socket of which nothing but its id is told. */
        public static SocketDetails of(String id) {
            return new RemoteDetails(id, Map.of(), Set.of(), Map.of());
        }
    }
}
