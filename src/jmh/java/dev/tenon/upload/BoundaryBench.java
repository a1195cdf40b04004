package dev.tenon.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Takes a form with one file of 64 MiB apart, in memory, and looks at none of its bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
@State(Scope.Thread)
public class BoundaryBench {
    private static final String BOUNDARY = "----TenonUploadBenchBoundary7MA4YWxkTrZu0gW";
    private static final int MIB = 64;

    /** What the file is made of. */
    @Param({"random", "text", "cr", "prefix"})
    public String data;

    private byte[] body;

    /** Writes the form. */
    @Setup
    public void write() {
        byte[] block = new byte[1 << 20];
        switch (data) {
            case "random" -> new Random(1).nextBytes(block);
            case "text" -> fill(block, "The quick brown fox jumps over the lazy dog - and so on, once more;\r\n");
            case "cr" -> Arrays.fill(block, (byte) '\r');
            default -> fill(block, "\r\n--" + BOUNDARY.substring(0, BOUNDARY.length() - 1));
        }
        MultipartText text = new MultipartText(BOUNDARY);
        byte[] file = new byte[MIB << 20];
        for (int i = 0; i < MIB; i++) {
            System.arraycopy(block, 0, file, i << 20, block.length);
        }
        body = text.file("f", "a", file).end();
    }

    private static void fill(byte[] block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < block.length; i++) {
            block[i] = bytes[i % bytes.length];
        }
    }

    /** Reads it as Tenon does. */
    @Benchmark
    public long tenon() {
        MultipartReader reader = new MultipartReader(
                new Body(new ByteArrayInputStream(body), body.length), BOUNDARY, 16, StandardCharsets.UTF_8);
        reader.next();
        long size = 0;
        for (ByteBuffer chunk = reader.chunk(); chunk != null; chunk = reader.chunk()) {
            size += chunk.remaining();
        }
        return size;
    }

    /** Reads it as Commons FileUpload does. */
    @Benchmark
    public long fileUpload() throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(new ByteArrayInputStream(body))
                .setBoundary(BOUNDARY.getBytes(StandardCharsets.US_ASCII))
                .get();
        input.skipPreamble();
        input.readHeaders();
        InputStream in = input.newInputStream();
        byte[] buffer = new byte[MultipartReader.WINDOW];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            size += count;
        }
        return size;
    }
}
