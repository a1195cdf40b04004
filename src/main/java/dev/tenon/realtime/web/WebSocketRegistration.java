package dev.tenon.realtime.web;

import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** Adds the endpoint; loaded only where the server has WebSocket. */
final class WebSocketRegistration {
    /** The attribute of the context under which the server's WebSocket container stands. */
    static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private WebSocketRegistration() {}

    static void register(ServletContext context, EngineWeb web) {
        ServerContainer container = (ServerContainer) context.getAttribute(CONTAINER);
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(WebSocketEndpoint.class, web.path())
                    .configurator(new WebSocketHandshake(web))
                    .build());
        } catch (DeploymentException e) {
            throw new IllegalStateException(
                    "Tenon cannot start: no WebSocket endpoint can be added at " + web.path(), e);
        }
    }
}
