package dev.tenon.realtime.engine;

import dev.tenon.kernel.Timer;
import java.util.List;
import java.util.Optional;

/**
 * The change of a session that polls to a WebSocket: the client probes it, lets its last poll end, and says that it is over. From then on
 * what the WebSocket receives is the session's.
 */
final class Upgrade implements WebSocketReceiver {
    private final Carriage carriage;
    private final Incoming incoming;
    private final PollingTransport polling;
    private final WebSocketTransport candidate;
    private final Optional<Object> binding;
    private final Outbox outbox = new Outbox(1, 1);
    private Timer.Cancellable timeout = () -> {};
    private boolean probed;
    private boolean completed; // touched only by the threads of the WebSocket, which come one after the other

    Upgrade(
            Carriage carriage,
            Incoming incoming,
            PollingTransport polling,
            WebSocketTransport candidate,
            EngineRequest request) {
        this.carriage = carriage;
        this.incoming = incoming;
        this.polling = polling;
        this.candidate = candidate;
        this.binding = request.mayBind() ? request.owner() : Optional.empty();
    }

    @Override
    public void text(String message) {
        if (completed) {
            incoming.text(message);
        } else if (message.equals(Packets.PROBE)) {
            carriage.probe(this);
        } else if (message.equals(Packets.UPGRADE_PACKET)) {
            completed = carriage.complete(this);
        } else {
            carriage.abort(this);
        }
    }

    @Override
    public void binary(byte[] message) {
        if (completed) {
            incoming.binary(message);
        } else {
            carriage.abort(this);
        }
    }

    @Override
    public void closed() {
        if (completed) {
            incoming.closed();
        } else {
            carriage.abort(this);
        }
    }

    @Override
    public void failed() {
        if (completed) {
            incoming.failed();
        } else {
            carriage.abort(this);
        }
    }

    // What follows is called under the lock of the session.

    void begin(Timer.Cancellable timeoutTask) {
        timeout = timeoutTask;
    }

    /** Ends the attempt; its WebSocket is left to the caller. */
    WebSocketTransport end() {
        timeout.cancel();
        return candidate;
    }

    /** Returns whose the session becomes with the WebSocket if it is nobody's; empty if that changes nothing. */
    Optional<Object> binding() {
        return binding;
    }

    PollingTransport polling() {
        return polling;
    }

    boolean isOn(WebSocketTransport webSocket) {
        return candidate == webSocket;
    }

    /** Returns whether the client has tried the WebSocket: from then on no poll waits long, so that it can change over. */
    boolean isProbed() {
        return probed;
    }

    void answerProbe() {
        probed = true;
        outbox.add(List.of(Packets.PROBE_ANSWER));
    }

    Runnable next() {
        return candidate.next(outbox);
    }
}
