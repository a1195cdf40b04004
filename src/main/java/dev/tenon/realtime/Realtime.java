package dev.tenon.realtime;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The Socket.IO server of an application: what its documentation calls {@code io}. It is the namespace {@code /}, where clients connect that
 * name no other, and knows the other ones. Thread-safe. Not for applications to implement.
 *
 * <p>What one client sends is handled one thing after the other, in the order of the wire: handlers of one connection never run at the same
 * time. They run on the thread that received the message, a request's or a WebSocket's; while one runs, what other threads receive for the
 * same connection waits, and the first thread handles that, too. A socket that middleware lets pass later, on a thread of its own, is
 * announced on that thread, and what came meanwhile is handled there. No lock is held while a handler runs. One that throws is logged; nothing
 * is closed because of it.
 */
public interface Realtime extends Namespace {
    /**
     * Returns the namespace of this name, which clients can join from now on; the same one each time.
     *
     * @param name such as {@code /desk}; a missing slash is put before it, and an empty name means {@code /}
     * @throws IllegalArgumentException if it contains a comma, which no client can send
     */
    Namespace of(String name);

    /**
     * Lets clients make namespaces by joining them: every one whose whole name the pattern matches.
     *
     * @param pattern such as {@code /order-\d+}
     * @return their parent; what is added to it goes for all of them
     */
    Namespace of(Pattern pattern);

    /**
     * Lets clients make namespaces by joining them. Rules and patterns are asked in the order in which they were added.
     *
     * @param rule says which ones
     * @return their parent; what is added to it goes for all of them
     */
    Namespace of(NamespaceRule rule);

    /**
     * Adds a listener that is given every namespace made from now on, by the application or a client; the reference's {@code new_namespace}. It
     * runs on the thread that made it.
     *
     * @return this
     */
    Realtime onNewNamespace(Consumer<Namespace> listener);

    /** Returns how many connections and sockets there are on this server. */
    RealtimeCounts counts();
}
