package dev.tenon.realtime;

import java.util.function.Consumer;

/** Says which namespaces clients may make by joining them. */
@FunctionalInterface
public interface NamespaceRule {
    /**
     * Looks at a namespace that a client asks for and that does not exist yet, and answers at once or later, from any thread. An exception
     * is logged and means no.
     *
     * @param name begins with a slash
     * @param handshake of the client, with its {@code auth}
     * @param next is told, once, whether the namespace shall be; after a no the next rule is asked
     */
    void check(String name, Handshake handshake, Consumer<Boolean> next);
}
