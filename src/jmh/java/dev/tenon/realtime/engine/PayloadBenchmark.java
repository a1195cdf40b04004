package dev.tenon.realtime.engine;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The codec of Engine.IO: what a poll is answered, and what a message costs before it is sent. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
public class PayloadBenchmark {
    private final String message = "2[\"chat message\",\"" + "x".repeat(100) + "\"]";
    private final List<Frame> one = List.of(new Frame.Text(message));
    private final List<Frame> ten = Collections.nCopies(10, new Frame.Text(message));
    private final List<Frame> bytes = List.of(new Frame.Binary(ByteBuffer.wrap(new byte[1_000])));

    /** Makes a frame, which counts its bytes. */
    @Benchmark
    public Frame frame() {
        return new Frame.Text(message);
    }

    /** Writes a payload of one packet. */
    @Benchmark
    public byte[] encodeOne() {
        return Payload.encode(one);
    }

    /** Writes a payload of ten packets. */
    @Benchmark
    public byte[] encodeTen() {
        return Payload.encode(ten);
    }

    /** Writes 1,000 bytes as Base64. */
    @Benchmark
    public byte[] encodeBinary() {
        return Payload.encode(bytes);
    }
}
