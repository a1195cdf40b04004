package dev.tenon.realtime.engine;

/** Is given each new session. */
@FunctionalInterface
public interface EngineAcceptor {
    /** Returns who hears the new session; called before its first message, and after its open packet was queued. */
    EngineListener accept(EngineSocket socket, EngineHandshake handshake);
}
