package dev.tenon.realtime.protocol;

import dev.tenon.json.JsonLimits;

/** The default of the protocol (Socket.IO protocol 5, "Packet encoding"). */
final class JsonParser implements Parser {
    static final Parser INSTANCE = new JsonParser();

    /** How deep the data of a packet may nest. */
    static final int MAX_DEPTH = JsonLimits.DEFAULT.maxDepth();

    private JsonParser() {}

    @Override
    public EncodedPacket encode(Packet packet) {
        return PacketEncoder.encode(packet);
    }

    @Override
    public Decoder decoder() {
        return new PacketDecoder();
    }
}
