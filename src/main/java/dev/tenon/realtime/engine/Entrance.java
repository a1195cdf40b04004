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
    private int posts; // that are being read

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
            if (!request.mayBind() || !isUnattended() || !ownership.adopt(sender)) {
                return true;
            }
            dismissal =
                    carriage.dismissPoll(); // which nobody in particular sent, before there is anything for the owner
        }
        dismissal.run();
        inbox.owned(sender.get());
        return true;
    }

    /**
     * Returns whether nothing can be heard in the name of an owner but what the owner sends: no body is on its way, and no WebSocket waits to take over,
     * that were admitted when the session was nobody's.
     */
    private boolean isUnattended() {
        return posts == 0 && carriage.isPolling();
    }

    /** Takes the packets of a POST and returns its HTTP status. */
    int post(EngineRequest request, PostBody body, int maxBytes) throws IOException {
        Optional<Object> sender = request.owner();
        synchronized (lock) {
            if (!ownership.admits(sender)) {
                return EngineError.BAD_REQUEST.status(); // it has become another one's since the request was admitted
            }
            posts++;
        }
        try {
            return incoming.post(body, maxBytes);
        } finally {
            synchronized (lock) {
                posts--;
            }
        }
    }
}
