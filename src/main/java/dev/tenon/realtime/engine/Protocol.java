package dev.tenon.realtime.engine;

import java.util.List;

/** What the versions of Engine.IO do each in its own way. Chosen when a session opens; without state, and shared by all its sessions. */
interface Protocol {
    /** Returns what clients say as {@code EIO}. */
    int version();

    /** Returns whether the client sends the pings, and the server the pongs. */
    boolean clientPings();

    /** Returns whether a POST may bring text, or bytes. */
    boolean takes(boolean text);

    /**
     * Hands over the packets of a POST one by one.
     *
     * @return false as soon as one is refused; what follows it is dropped
     */
    boolean read(byte[] body, boolean text, Incoming to);

    /**
     * Returns the message that a binary packet of a WebSocket is.
     *
     * @throws IllegalArgumentException if it is none
     */
    byte[] message(byte[] packet);

    /**
     * Returns the message that a text packet in Base64 is.
     *
     * @param packet without the {@code b} before it
     * @throws IllegalArgumentException if it is none
     */
    byte[] message(String packet);

    /** Returns whether these packets answer a poll as text. */
    boolean isText(List<Frame> frames);

    /** Returns the answer to a poll. */
    byte[] encode(List<Frame> frames);

    /** Sends a binary message on a WebSocket. */
    void send(Frame.Binary frame, WebSocketChannel channel, WebSocketChannel.SendCallback callback);
}
