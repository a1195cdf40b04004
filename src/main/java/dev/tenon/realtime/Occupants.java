package dev.tenon.realtime;

import java.util.HashSet;
import java.util.Set;

/**
 * The sockets in a namespace that ends when the last one leaves, those included that wait for middleware. Who comes too late is told so, and
 * asks for another namespace of the same name.
 */
final class Occupants {
    private final Set<String> ids = new HashSet<>();
    private boolean ended;

    /** Returns whether the socket is in; false if the namespace has ended. */
    synchronized boolean enter(String id) {
        return !ended && ids.add(id);
    }

    /** Returns whether this was the last one, which ends the namespace. */
    synchronized boolean leave(String id) {
        boolean last = ids.remove(id) && ids.isEmpty();
        ended |= last;
        return last;
    }

    synchronized boolean ended() {
        return ended;
    }
}
