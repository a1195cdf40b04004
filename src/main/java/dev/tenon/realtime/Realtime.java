package dev.tenon.realtime;

/**
 * The Socket.IO server of an application: what its documentation calls {@code io}. It is the namespace {@code /}, where clients connect that
 * name no other, and knows the other ones. Thread-safe. Not for applications to implement.
 *
 * <p>Handlers of one connection run on the thread that received the message, one after the other in the order of the wire, and no lock is
 * held meanwhile. A handler that throws is logged; nothing is closed because of it.
 */
public interface Realtime extends Namespace {
    /**
     * Returns the namespace of this name, which clients can join from now on; the same one each time.
     *
     * @param name such as {@code /desk}; a missing slash is put before it, and an empty name means {@code /}
     * @throws IllegalArgumentException if it contains a comma, which no client can send
     */
    Namespace of(String name);
}
