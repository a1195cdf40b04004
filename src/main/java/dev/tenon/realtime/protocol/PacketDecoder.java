package dev.tenon.realtime.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the messages of one connection into packets. Strict: what is no packet ends the connection. Called by one thread at a time, and of no
 * use after it threw.
 */
public final class PacketDecoder {
    private final List<byte[]> attachments = new ArrayList<>(0);
    private Packet incomplete;
    private int missing;

    /**
     * Returns the packet that the text is; empty if attachments must follow.
     *
     * @throws PacketException if it is none, or if an attachment was due
     */
    public Optional<Packet> text(String message) {
        if (incomplete != null) {
            throw new PacketException("a text where an attachment was due");
        }
        PacketText text = new PacketText(message);
        Packet packet = text.read();
        if (text.attachments() == 0) {
            return Optional.of(text.binary() ? filled(packet) : packet);
        }
        incomplete = packet;
        missing = text.attachments();
        return Optional.empty();
    }

    /**
     * Returns the packet that these bytes complete; empty if more must follow.
     *
     * @throws PacketException if no attachment was due, or if the packet has a placeholder without one
     */
    public Optional<Packet> binary(byte[] message) {
        if (incomplete == null) {
            throw new PacketException("bytes where no attachment was due");
        }
        attachments.add(message);
        if (attachments.size() < missing) {
            return Optional.empty();
        }
        Packet complete = filled(incomplete);
        incomplete = null;
        attachments.clear();
        return Optional.of(complete);
    }

    private Packet filled(Packet packet) {
        new Placeholders(attachments).fill(packet.data());
        return packet;
    }
}
