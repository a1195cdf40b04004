package dev.tenon.realtime.protocol;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What {@code socket.io-msgpack-parser} 3.0 says: a packet is one object in MessagePack, with the bytes where they belong. No message depends on the
 * one before.
 */
final class MessagePackParser implements Parser, Parser.Decoder {
    static final Parser INSTANCE = new MessagePackParser();

    /** As deep as the text of the other parser may nest, below the object that is the packet. */
    private static final int MAX_DEPTH = JsonParser.MAX_DEPTH + 1;

    private MessagePackParser() {}

    @Override
    public EncodedPacket encode(Packet packet) {
        return EncodedPacket.of(ByteBuffer.wrap(MessagePack.write(PacketForm.write(packet))));
    }

    @Override
    public Decoder decoder() {
        return this;
    }

    @Override
    public Optional<Packet> text(String message) {
        throw new PacketException("a text where every packet is binary");
    }

    @Override
    public Optional<Packet> binary(byte[] message) {
        return Optional.of(PacketForm.read(MessagePack.read(message, MAX_DEPTH)));
    }
}
