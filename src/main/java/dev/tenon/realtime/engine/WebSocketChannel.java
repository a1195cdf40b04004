package dev.tenon.realtime.engine;

import java.nio.ByteBuffer;

/**
 * The way out of a WebSocket of the container. The engine sends one message and waits for the word of its callback before the next. No
 * method blocks; none throws.
 */
public interface WebSocketChannel {
    /** Sends a text message. */
    void send(String text, SendCallback callback);

    /** Sends a binary message; the buffer is the channel's own, its bytes are not. */
    void send(ByteBuffer bytes, SendCallback callback);

    /** Closes the WebSocket; does nothing the second time. */
    void close();

    /** Hears, once, how a message went: on any thread, also before the call that sends it returns. */
    interface SendCallback {
        /** Hears that the next message may come. */
        void sent();

        /** Hears that the message, and the WebSocket with it, is lost. */
        void failed();
    }
}
