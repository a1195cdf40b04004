package dev.tenon.realtime.engine;

import java.io.IOException;
import java.util.Optional;

/** Lets requests into a session: those of whose it is, or becomes. Guarded by the lock of the session, like the rest of it. */
final class Entrance {
    private final Object lock;
    private final Ownership ownership;
    private final Carriage carriage;
    private final Incoming incoming;
    private final Inbox inbox;

    Entrance(Object lock, Ownership ownership, Carriage carriage, Incoming incoming, Inbox inbox) {
        this.lock = lock;
        this.ownership = ownership;
        this.carriage = carriage;
        this.incoming = incoming;
        this.inbox = inbox;
    }

    /**
     * Returns whether the request comes from whose the session is. What nobody in particular opened belongs to the first one who sends a
     * request of it, and until then to everybody.
     */
    boolean admits(EngineRequest request) {
        Optional<Object> sender = request.owner();
        Runnable dismissal;
        synchronized (lock) {
            if (!ownership.admits(sender)) {
                return false;
            }
            // Nobody may wait to take over by a WebSocket that was admitted when the session was nobody's.
            if (!request.mayBind() || !carriage.isPolling() || !ownership.adopt(sender)) {
                return true;
            }
            dismissal =
                    carriage.dismissPoll(); // which nobody in particular sent, before there is anything for the owner
        }
        dismissal.run();
        inbox.owned(sender.get());
        return true;
    }

    /** Takes the packets of a POST and returns its HTTP status. */
    int post(EngineRequest request, PostBody body, int maxBytes) throws IOException {
        Optional<Object> sender = request.owner();
        synchronized (lock) {
            if (!ownership.admits(sender)) {
                return EngineError.BAD_REQUEST.status(); // it has become another one's since the request was admitted
            }
            ownership.postBegins();
        }
        try {
            return incoming.post(body, maxBytes);
        } finally {
            synchronized (lock) {
                ownership.postEnds();
            }
        }
    }
}
