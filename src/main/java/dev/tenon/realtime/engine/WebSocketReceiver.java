package dev.tenon.realtime.engine;

/** The way in: what the container's WebSocket received. Called by one thread at a time. */
public interface WebSocketReceiver {
    /** Takes a whole text message. */
    void text(String message);

    /** Takes a whole binary message; the array is the receiver's from now on. */
    void binary(byte[] message);

    /** Takes that the WebSocket was closed; does nothing if the session ended before. */
    void closed();

    /** Takes that the WebSocket failed, or that a message was too large; the session ends. */
    void failed();
}
