package dev.tenon.realtime.redis;

/**
 * Which rooms have a channel of their own, so that only the servers that have the room hear what is said to it: the {@code subscriptionMode} of
 * {@code createShardedAdapter}.
 */
public enum SubscriptionMode {
    /** None: all servers hear all. */
    STATIC,
    /** All but those that every socket has, of its own id. */
    DYNAMIC,
    /** All. */
    DYNAMIC_PRIVATE;

    /** What the reference takes for the id of a socket; those of Tenon are as long. */
    private static final int ID_LENGTH = 20;

    boolean hasChannel(String room) {
        return this == DYNAMIC_PRIVATE || (this == DYNAMIC && room.length() != ID_LENGTH);
    }
}
