package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineRequest;
import java.util.Optional;

/** The request that opened a WebSocket, as it is remembered when the request is over. */
record OpeningRequest(EngineHandshake handshake, Optional<String> reservedSid) implements EngineRequest {
    /** What {@link HandshakeFilter} hands over to the endpoint: every server makes the handshake on the thread of the filters. */
    private static final ThreadLocal<OpeningRequest> CURRENT = new ThreadLocal<>();

    static void handOver(OpeningRequest request) {
        CURRENT.set(request);
    }

    static void takeBack() {
        CURRENT.remove();
    }

    static Optional<OpeningRequest> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public boolean isUpgrade() {
        return true;
    }

    @Override
    public String parameter(String name) {
        return Query.last(handshake.query(), name);
    }

    @Override
    public Optional<Object> owner() {
        return handshake.owner();
    }
}
