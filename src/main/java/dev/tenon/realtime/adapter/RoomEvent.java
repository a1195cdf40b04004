package dev.tenon.realtime.adapter;

/**
 * A change of the rooms of one server.
 *
 * @param room its name
 * @param id the socket that joined or left; null for {@link Type#CREATE} and {@link Type#DELETE}
 */
public record RoomEvent(Type type, String room, String id) {
    /** What happened. */
    public enum Type {
        /** The first socket is about to join: there was no such room. */
        CREATE,
        /** A socket joined. */
        JOIN,
        /** A socket left, or ended. */
        LEAVE,
        /** The last socket left: there is no such room any more. */
        DELETE
    }

    static RoomEvent create(String room) {
        return new RoomEvent(Type.CREATE, room, null);
    }

    static RoomEvent join(String room, String id) {
        return new RoomEvent(Type.JOIN, room, id);
    }

    static RoomEvent leave(String room, String id) {
        return new RoomEvent(Type.LEAVE, room, id);
    }

    static RoomEvent delete(String room) {
        return new RoomEvent(Type.DELETE, room, null);
    }
}
