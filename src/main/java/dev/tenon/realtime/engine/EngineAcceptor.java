package dev.tenon.realtime.engine;

/** Is given each new session. */
@FunctionalInterface
public interface EngineAcceptor {
    /** Returns whether the request may open a session; true unless overridden. Asked on the thread of the request, which may wait. */
    default boolean allows(EngineHandshake handshake) {
        return true;
    }

    /** Returns who hears the new session; called before its first message, and after its open packet was queued. */
    EngineListener accept(EngineSocket socket, EngineHandshake handshake);
}
