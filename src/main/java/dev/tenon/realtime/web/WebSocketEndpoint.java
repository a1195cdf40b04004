package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.WebSocketReceiver;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One WebSocket of a client. It holds plain references, because servers inject nothing here; and it is public, because Tyrus, in Payara and
 * GlassFish, calls it by reflection.
 */
public final class WebSocketEndpoint extends Endpoint {
    private final WebSocketHandshake handshake;
    private final EngineWeb web;
    private volatile WebSocketReceiver receiver;

    WebSocketEndpoint(WebSocketHandshake handshake, EngineWeb web) {
        this.handshake = handshake;
        this.web = web;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        long patience = EngineWeb.patience(web.options()).toMillis();
        if (!hasEarlyTimeouts(session.getClass().getName())) {
            session.setMaxIdleTimeout(patience); // Jetty's default is 30 seconds
        }
        WebSocketOut out = new WebSocketOut(session, web.closers(), patience);
        Optional<WebSocketReceiver> opened = handshake
                .request(session)
                .filter(request -> web.server().verify(request).isEmpty())
                .flatMap(request -> web.server().webSocket(request, out));
        if (opened.isEmpty()) {
            out.close();
            return;
        }
        receiver = opened.get();
        WebSocketParts parts = new WebSocketParts(receiver, out, web.options().maxHttpBufferSize());
        session.addMessageHandler(String.class, parts::text);
        session.addMessageHandler(ByteBuffer.class, parts::binary);
    }

    /**
     * Of some thousand connections that are told a timeout in {@code onOpen}, Tyrus 2.2.2 in GlassFish 8.0.0 ends one at once, by that
     * timeout. Without one it has none, and the heartbeat ends who is silent.
     */
    static boolean hasEarlyTimeouts(String container) {
        return container.startsWith("org.glassfish.tyrus.");
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (receiver != null) {
            receiver.closed();
        }
    }

    /** A connection that broke is closed by the container right after this, and that is what the session hears: a tab that went away. */
    @Override
    public void onError(Session session, Throwable error) {
        if (receiver != null && !(error instanceof IOException)) {
            receiver.failed();
        }
    }
}
