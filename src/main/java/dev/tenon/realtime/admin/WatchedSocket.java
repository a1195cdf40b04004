package dev.tenon.realtime.admin;

import dev.tenon.realtime.Socket;
import java.util.Map;

/** Tells the pages of one socket what becomes of it. */
final class WatchedSocket {
    private final Socket socket;
    private final Feed feed;
    private volatile Map<String, Object> toldData = Map.of();

    WatchedSocket(Socket socket, Feed feed) {
        this.socket = socket;
        this.feed = feed;
    }

    private String namespace() {
        return socket.namespace().name();
    }

    /** @param isPage whether it is a page's own, whose events would be told without end */
    void begin(boolean isPage) {
        SocketForm.mark(socket);
        toldData = SocketForm.data(socket.data());
        if (feed.isHeard()) {
            feed.tell("socket_connected", SocketForm.of(socket), Feed.now());
        }
        socket.onUpgrade(this::upgraded);
        if (!isPage) {
            socket.onAny(event -> feed.tellEvent("event_received", socket, event));
            socket.onAnyOutgoing(event -> feed.tellEvent("event_sent", socket, event));
        }
        socket.onDisconnect(reason -> feed.tell("socket_disconnected", namespace(), socket.id(), reason, Feed.now()));
    }

    private void upgraded(String transport) {
        SocketForm.mark(socket);
        feed.tell("socket_updated", Map.of("id", socket.id(), "nsp", namespace(), "transport", transport));
    }

    /** Tells what the application keeps with the socket, if that has changed. */
    void tellData() {
        Map<String, Object> data = SocketForm.data(socket.data());
        if (!data.equals(toldData)) {
            toldData = data;
            feed.tell("socket_updated", Map.of("id", socket.id(), "nsp", namespace(), "data", data));
        }
    }
}
