package dev.tenon.realtime.engine;

import java.util.Optional;

/**
 * Whose a session is: of whoever opened it, or, where that was nobody in particular, of the first one who comes with a request of it. Guarded by
 * the lock of its session.
 */
final class Ownership {
    private Optional<Object> owner;
    private int posts; // that were admitted, and are being read

    Ownership(Optional<Object> opener) {
        this.owner = opener;
    }

    /** Returns whether this sender may use the session; while it is nobody's, everybody may. */
    boolean admits(Optional<Object> sender) {
        return owner.isEmpty() || owner.equals(sender);
    }

    /**
     * Returns whether the session has just become the sender's, which it does once; not while a body is on its way that was admitted when it was nobody's.
     */
    boolean adopt(Optional<Object> sender) {
        if (owner.isPresent() || sender.isEmpty() || posts > 0) {
            return false;
        }
        owner = sender;
        return true;
    }

    void postBegins() {
        posts++;
    }

    void postEnds() {
        posts--;
    }
}
