package dev.tenon.realtime.protocol;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Turns a packet into its messages: one text, and the bytes that stand in its arguments (Socket.IO protocol 5, "Packet encoding"). */
final class PacketEncoder {
    private PacketEncoder() {}

    /**
     * Returns the packet as it travels. Bytes are copied, so that the caller may go on with the array.
     *
     * @throws IllegalArgumentException if a value has no JSON form, or nests too deep
     */
    static EncodedPacket encode(Packet packet) {
        List<ByteBuffer> attachments = new ArrayList<>(0);
        String json = packet.data() == null ? "" : write(packet, attachments);
        return EncodedPacket.of(header(packet, attachments.size()) + json, attachments);
    }

    private static String write(Packet packet, List<ByteBuffer> attachments) {
        try {
            return packet.type().carriesBinary()
                    ? Json.write(packet.data(), bytes -> attach(bytes, attachments))
                    : Json.write(packet.data());
        } catch (JsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Not a read-only buffer: TomEE 9.0.0 and Open Liberty 26.0.0.3 ask a buffer for the array behind it. */
    private static Object attach(byte[] bytes, List<ByteBuffer> attachments) {
        attachments.add(ByteBuffer.wrap(bytes.clone()));
        return Placeholders.of(attachments.size() - 1);
    }

    private static String header(Packet packet, int attachments) {
        StringBuilder text = new StringBuilder(16);
        text.append(packet.type().digit(attachments > 0));
        if (attachments > 0) {
            text.append(attachments).append('-');
        }
        if (!"/".equals(packet.namespace())) {
            text.append(packet.namespace()).append(',');
        }
        if (packet.hasId()) {
            text.append(packet.id());
        }
        return text.toString();
    }
}
