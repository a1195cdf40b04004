package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.WebSocketChannel;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** The container's WebSocket as the engine writes to it. */
final class WebSocketOut implements WebSocketChannel {
    private static final Logger LOG = System.getLogger(WebSocketOut.class.getName());

    /** How long Tomcat waits, in milliseconds; without it 20 seconds, in which stalled clients would queue up behind one another. */
    private static final String CLOSE_PATIENCE = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Executor executor;
    private final AtomicBoolean closing = new AtomicBoolean();

    /** @param patience how many milliseconds a message may take; a client that reads nothing ends with it */
    WebSocketOut(Session session, Executor executor, long patience) {
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.remote.setSendTimeout(patience);
        this.executor = executor;
    }

    @Override
    public void send(String text, SendCallback callback) {
        try {
            remote.sendText(text, telling(callback));
        } catch (RuntimeException closed) {
            fail(callback, closed);
        }
    }

    @Override
    public void send(ByteBuffer bytes, SendCallback callback) {
        try {
            remote.sendBinary(bytes, telling(callback));
        } catch (RuntimeException closed) {
            fail(callback, closed);
        }
    }

    private static SendHandler telling(SendCallback callback) {
        return result -> {
            if (result.isOK()) {
                callback.sent();
            } else {
                callback.failed();
            }
        };
    }

    /** A container may tell a WebSocket that is closed already by an exception instead of the handler. */
    private static void fail(SendCallback callback, RuntimeException closed) {
        LOG.log(Level.TRACE, "a WebSocket was closed before it was written to", closed);
        callback.failed();
    }

    /** Closes on another thread, because Tomcat waits for a message in flight before it writes the close frame. */
    @Override
    public void close() {
        close(CloseReason.CloseCodes.NORMAL_CLOSURE);
    }

    void close(CloseReason.CloseCode code) {
        if (closing.compareAndSet(false, true)) {
            executor.execute(() -> closeNow(code));
        }
    }

    private void closeNow(CloseReason.CloseCode code) {
        try {
            session.getUserProperties().put(CLOSE_PATIENCE, 1_000L);
            session.close(new CloseReason(code, ""));
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.TRACE, "a WebSocket was gone before it was closed", gone);
        }
    }
}
