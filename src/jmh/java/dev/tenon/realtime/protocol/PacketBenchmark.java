package dev.tenon.realtime.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The codec of Socket.IO: a chat message of 100 characters, one with an object, one with bytes, in and out. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
public class PacketBenchmark {
    private final String text = "2[\"chat message\",\"" + "x".repeat(100) + "\"]";
    private final String object = "213[\"chat message\",{\"to\":\"ann\",\"text\":\"" + "x".repeat(60)
            + "\",\"at\":1732320000,\"tags\":[1,2.5,true]}]";
    private final String binary = "51-[\"file\",{\"_placeholder\":true,\"num\":0}]";
    private final byte[] bytes = new byte[1_000];
    private final Packet textPacket = Packet.event("/", "chat message", new Object[] {"x".repeat(100)}, Packet.NO_ID);
    private final Packet objectPacket = Packet.event("/", "chat message", new Object[] {message()}, 13);
    private final Packet binaryPacket = Packet.event("/", "file", new Object[] {bytes}, Packet.NO_ID);

    private static Map<String, Object> message() {
        return Map.of("to", "ann", "text", "x".repeat(60), "at", 1732320000, "tags", List.of(1, 2.5, true));
    }

    /** Reads a message. */
    @Benchmark
    public Optional<Packet> decodeText() {
        return new PacketDecoder().text(text);
    }

    /** Reads an object. */
    @Benchmark
    public Optional<Packet> decodeObject() {
        return new PacketDecoder().text(object);
    }

    /** Reads an event with 1,000 bytes. */
    @Benchmark
    public Optional<Packet> decodeBinary() {
        PacketDecoder decoder = new PacketDecoder();
        decoder.text(binary);
        return decoder.binary(bytes);
    }

    /** Writes a message. */
    @Benchmark
    public EncodedPacket encodeText() {
        return PacketEncoder.encode(textPacket);
    }

    /** Writes an object. */
    @Benchmark
    public EncodedPacket encodeObject() {
        return PacketEncoder.encode(objectPacket);
    }

    /** Writes an event with 1,000 bytes. */
    @Benchmark
    public EncodedPacket encodeBinary() {
        return PacketEncoder.encode(binaryPacket);
    }
}
