package dev.tenon.realtime.protocol;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The codecs of Socket.IO: a chat message of 100 characters, one with an object, one with 1,000 bytes, in and out. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
public class PacketBenchmark {
    /** Which codec it is. */
    @Param({"json", "msgpack"})
    public String codec;

    /** What is in the packet. */
    @Param({"text", "object", "binary"})
    public String content;

    private Parser parser;
    private Packet packet;
    private Optional<String> text;
    private List<byte[]> binary;

    /** Makes the packet, and its messages. */
    @Setup
    public void prepare() {
        parser = codec.equals("json") ? Parser.json() : Parser.msgpack();
        packet = packet();
        EncodedPacket encoded = parser.encode(packet);
        text = encoded.text();
        binary = encoded.binary().stream().map(PacketBenchmark::bytes).toList();
    }

    private Packet packet() {
        return switch (content) {
            case "text" -> Packet.event("/", "chat message", new Object[] {"x".repeat(100)}, Packet.NO_ID);
            case "object" -> Packet.event("/", "chat message", new Object[] {message()}, 13);
            default -> Packet.event("/", "file", new Object[] {new byte[1_000]}, Packet.NO_ID);
        };
    }

    private static Map<String, Object> message() {
        return Map.of("to", "ann", "text", "x".repeat(60), "at", 1732320000, "tags", List.of(1, 2.5, true));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Reads a packet. */
    @Benchmark
    public Optional<Packet> decode() {
        Parser.Decoder decoder = parser.decoder();
        Optional<Packet> decoded = text.flatMap(decoder::text);
        for (byte[] message : binary) {
            decoded = decoder.binary(message);
        }
        return decoded;
    }

    /** Writes a packet. */
    @Benchmark
    public EncodedPacket encode() {
        return parser.encode(packet);
    }
}
