package dev.tenon.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Stores a form of one file of 10 KiB and three texts, without HTTP, and removes the file again. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class FormBench {
    /** Where the files go: best a disk in memory, so that the disk is not what is measured. */
    @Param("/dev/shm")
    public String disk;

    private final UploadOptions options = UploadOptions.builder().build();
    private byte[] body;
    private Path folder;
    private UploadStorage storage;

    /** Writes the form. */
    @Setup
    public void write() throws IOException {
        byte[] file = new byte[10 << 10];
        new Random(1).nextBytes(file);
        MultipartText text =
                MultipartText.body().field("a", "one").field("b", "two").field("c", "three");
        body = text.file("f", "a.bin", file).end();
        folder = Files.createTempDirectory(Path.of(disk), "form-bench");
        storage = UploadStorage.disk(folder);
    }

    /** Removes the folder. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(folder);
    }

    /** Takes it apart as Tenon does. */
    @Benchmark
    public UploadForm tenon() throws IOException {
        Body in = new Body(new ByteArrayInputStream(body), body.length);
        MultipartReader reader = new MultipartReader(in, MultipartText.BOUNDARY, 2000, StandardCharsets.UTF_8);
        UploadForm form = new FormParser(null, reader, options, storage, Upload.any()).parse();
        form.discard();
        return form;
    }

    /** Copies it as it is. */
    @Benchmark
    public long raw() throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[MultipartReader.WINDOW];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                size += count;
            }
        }
        Files.delete(file);
        return size;
    }
}
