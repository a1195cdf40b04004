package dev.tenon.realtime;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends events to one client in a way of its own. Immutable: each method that changes the way returns a new one. */
public final class Emitter {
    private final NamespaceSocket socket;
    private final Way way;

    Emitter(NamespaceSocket socket) {
        this(socket, Way.DEFAULT);
    }

    private Emitter(NamespaceSocket socket, Way way) {
        this.socket = socket;
        this.way = way;
    }

    /** Returns the same, for events that may be lost: when the client cannot take one at once, it never hears it. */
    public Emitter asVolatile() {
        return new Emitter(socket, new Way(true, way.compress(), way.timeout()));
    }

    /** Returns the same, for events that may be compressed, or may not; they may unless this says otherwise. */
    public Emitter compress(boolean compress) {
        return new Emitter(socket, new Way(way.isVolatile(), compress, way.timeout()));
    }

    /**
     * Returns the same, for {@link #emitWithAck} to wait this long; as long as the client is there unless set.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Emitter timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive, not " + timeout);
        }
        return new Emitter(socket, new Way(way.isVolatile(), way.compress(), timeout));
    }

    /**
     * Sends an event, as {@link Socket#emit} does.
     *
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public void emit(String event, Object... args) {
        socket.emit(way, event, args);
    }

    /**
     * Sends an event that the client answers, as {@link Socket#emitWithAck} does.
     *
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public CompletionStage<Args> emitWithAck(String event, Object... args) {
        return socket.emitWithAck(way, event, args);
    }

    /**
     * How events go out.
     *
     * @param timeout null for none
     */
    record Way(boolean isVolatile, boolean compress, Duration timeout) {
        static final Way DEFAULT = new Way(false, true, null);
    }
}
