package dev.tenon.realtime;

import dev.tenon.realtime.adapter.SocketDetails;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A socket as it was when it was fetched, on whatever server it is; what is asked of it is carried there. Thread-safe. */
public final class RemoteSocket {
    private final SocketDetails details;
    private final Set<String> rooms;
    private final Handshake handshake;
    private final Broadcast self;

    RemoteSocket(SocketDetails details, Handshake handshake, Broadcast self) {
        this(details, details.rooms(), handshake, self);
    }

    private RemoteSocket(SocketDetails details, Set<String> rooms, Handshake handshake, Broadcast self) {
        this.details = details;
        this.rooms = rooms;
        this.handshake = handshake;
        this.self = self;
    }

    /** Returns its public id. */
    public String id() {
        return details.id();
    }

    /**
     * Returns how it came. Of a socket of another server it is what others may know: see {@link Handshake#withoutSecrets}.
     */
    public Handshake handshake() {
        return handshake;
    }

    /** Returns the rooms that it was in. */
    public Set<String> rooms() {
        return rooms;
    }

    /** Returns what the application keeps with it: {@link Socket#data} itself of a socket of this server, a copy of another one's. */
    public Map<String, Object> data() {
        return details.data();
    }

    /** Makes it join rooms. */
    public void join(String... names) {
        self.socketsJoin(names);
    }

    /** Makes it leave a room. */
    public void leave(String room) {
        self.socketsLeave(room);
    }

    /**
     * Sends it an event.
     *
     * @param args see {@link Socket#emit}
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public void emit(String event, Object... args) {
        self.emit(event, args);
    }

    /**
     * Returns the same, for {@link #emitWithAck} to wait this long; 5 seconds unless set.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public RemoteSocket timeout(Duration timeout) {
        return new RemoteSocket(details, rooms, handshake, self.timeout(timeout));
    }

    /**
     * Sends it an event that it answers.
     *
     * @param args see {@link Socket#emit}
     * @return the answer, or a {@link java.util.concurrent.TimeoutException} when none came in time or the socket is gone
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public CompletionStage<Args> emitWithAck(String event, Object... args) {
        return self.answerOfOne(event, args);
    }

    /**
     * Disconnects it; the reason is {@code server namespace disconnect}.
     *
     * @param close whether to close the whole connection with its sockets of other namespaces, too
     */
    public void disconnect(boolean close) {
        self.disconnectSockets(close);
    }
}
