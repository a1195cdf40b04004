package dev.tenon.realtime.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text, and puts the attachments that follow it where they belong. Of no use after it threw. */
final class PacketDecoder implements Parser.Decoder {
    private final List<byte[]> attachments = new ArrayList<>(0);
    private Packet incomplete;
    private int missing;

    @Override
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

    @Override
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
