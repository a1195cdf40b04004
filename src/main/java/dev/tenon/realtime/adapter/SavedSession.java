package dev.tenon.realtime.adapter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a socket that was cut off, so that its client can go on where it was.
 *
 * @param sid the public id of the socket
 * @param pid the secret id, known to its client alone, by which it is found again
 * @param rooms the rooms that it was in
 * @param data what the application keeps with it; on one server the map itself
 * @param namespace where it was; empty if the node that kept it does not say so
 * @param owner the public alias of its HTTP session; empty if it had none. A node that does not know it leaves it out
 * @param lastOffset of a session that is kept, the offset of the last event that was sent to it, empty if none was, or if that is not
 *     certain; of one that is restored, the place behind which it missed something
 */
public record SavedSession(
        String sid,
        String pid,
        Set<String> rooms,
        Map<String, Object> data,
        Optional<String> namespace,
        Optional<String> owner,
        Optional<String> lastOffset) {
    /** Returns the session with a copy of its rooms. */
    public SavedSession {
        rooms = Set.copyOf(rooms);
    }

    /** Returns the session as it is kept again when it could not go on. */
    public SavedSession unchanged() {
        return new SavedSession(sid, pid, rooms, data, namespace, owner, Optional.empty());
    }

    /** Returns the session as it goes on behind this place. */
    public SavedSession from(String offset) {
        return new SavedSession(sid, pid, rooms, data, namespace, owner, Optional.of(offset));
    }
}
