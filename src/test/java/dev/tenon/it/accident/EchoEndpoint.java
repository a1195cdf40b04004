package dev.tenon.it.accident;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** The application's own WebSocket. */
@ServerEndpoint("/echo")
public final class EchoEndpoint {
    /** Returns what came. */
    @OnMessage
    public String echo(String message) {
        return message;
    }
}
