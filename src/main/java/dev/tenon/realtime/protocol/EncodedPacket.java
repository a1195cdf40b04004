package dev.tenon.realtime.protocol;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A packet as it travels: encoded once, whoever it goes to. Immutable: nobody changes the bytes.
 *
 * @param text the first message; empty if all of them are binary
 * @param binary the binary messages, which follow at once, in this order. Each has an array behind it, and is read through
 *     {@link ByteBuffer#duplicate}
 */
public record EncodedPacket(Optional<String> text, List<ByteBuffer> binary) {
    /** Returns the packet with a copy of the list. */
    public EncodedPacket {
        binary = List.copyOf(binary);
    }

    /** Returns a packet of a text and the bytes that belong to it, which may be none. */
    public static EncodedPacket of(String text, List<ByteBuffer> binary) {
        return new EncodedPacket(Optional.of(text), binary);
    }

    /** Returns a packet of nothing but bytes. */
    public static EncodedPacket of(ByteBuffer binary) {
        return new EncodedPacket(Optional.empty(), List.of(binary));
    }

    /** Returns about how many bytes it has. */
    public long size() {
        long size = text.map(String::length).orElse(0);
        for (ByteBuffer bytes : binary) {
            size += bytes.remaining();
        }
        return size;
    }
}
