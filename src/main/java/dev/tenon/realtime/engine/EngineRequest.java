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

    /** Returns the id of the session that the request is for; empty if it opens one. */
    default Optional<String> sid() {
        return Optional.ofNullable(parameter("sid")).filter(sid -> !sid.isEmpty());
    }

    /** Returns the id that was announced for the session that this request opens; empty when none was, and any new one will do. */
    default Optional<String> reservedSid() {
        return Optional.empty();
    }

    /** Returns who sends the request: see {@link EngineHandshake#owner}. */
    Optional<Object> owner();

    /** Returns whether a session that is nobody's becomes that of whoever sends the request; not if a page of another site may have made a browser send it. */
    default boolean mayBind() {
        return true;
    }

    /** Returns what the request tells about the client. */
    EngineHandshake handshake();
}
