package dev.tenon.realtime.engine;

import java.nio.ByteBuffer;

/** One message, encoded once and sent to many. Immutable: nobody changes the bytes. */
public sealed interface Frame {
    /**
     * A text message.
     *
     * @param text without the Engine.IO packet type
     */
    record Text(String text) implements Frame {}

    /**
     * A binary message.
     *
     * @param bytes read through {@link ByteBuffer#duplicate}, so that its position never moves
     */
    record Binary(ByteBuffer bytes) implements Frame {}
}
