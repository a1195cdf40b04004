package dev.tenon.realtime.protocol;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A packet as it travels: encoded once, whoever it goes to. Immutable.
 *
 * @param text the first message
 * @param attachments the binary messages that follow it at once, in this order
 */
public record EncodedPacket(String text, List<ByteBuffer> attachments) {
    /** Returns the packet with a copy of the list. */
    public EncodedPacket {
        attachments = List.copyOf(attachments);
    }
}
