package dev.tenon.realtime.protocol;

import java.nio.ByteBuffer;

/** What is in a buffer. */
public final class Bytes {
    private Bytes() {}

    /** Returns a copy of what remains; the buffer stays as it is. */
    public static byte[] of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
