package dev.tenon.realtime.engine;

import java.util.Optional;

/** An HTTP request as the engine sees it. What costs something is asked for only when it is needed, and before the request ends. */
public interface EngineRequest {
    /** Returns the method in capitals. */
    String method();

    /** Returns whether the client asks for a WebSocket. */
    boolean isUpgrade();

    /** Returns the decoded parameter of the URL, the last one if it comes twice; null if it does not come. */
    String parameter(String name);

    /** Returns who sends the request: see {@link EngineHandshake#owner}. */
    Optional<Object> owner();

    /** Returns what the request tells about the client. */
    EngineHandshake handshake();
}
