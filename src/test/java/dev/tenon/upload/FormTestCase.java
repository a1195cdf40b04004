package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Parses bodies onto a disk. */
abstract class FormTestCase {
    @TempDir
    Path folder;

    UploadForm parse(byte[] body) throws IOException {
        return parse(new ByteArrayInputStream(body));
    }

    UploadForm parse(InputStream in) throws IOException {
        return parse(in, options -> {}, Upload.any());
    }

    UploadForm parse(byte[] body, Consumer<UploadLimits.Builder> limits) throws IOException {
        return parse(new ByteArrayInputStream(body), options -> options.limits(limits), Upload.any());
    }

    UploadForm parse(byte[] body, Upload upload) throws IOException {
        return parse(new ByteArrayInputStream(body), options -> {}, upload);
    }

    /** Parses into the storage that the options name. */
    static UploadForm parse(InputStream in, Consumer<UploadOptions.Builder> change) throws IOException {
        UploadOptions.Builder builder = UploadOptions.builder();
        change.accept(builder);
        UploadOptions options = builder.build();
        MultipartReader reader = reader(in, options.defParamCharset());
        return new FormParser(null, reader, options, options.storage(null), Upload.any()).parse();
    }

    UploadForm parseWith(Consumer<UploadOptions.Builder> options, byte[] body) throws IOException {
        return parse(new ByteArrayInputStream(body), options, Upload.any());
    }

    private UploadForm parse(InputStream in, Consumer<UploadOptions.Builder> change, Upload upload) throws IOException {
        UploadOptions.Builder builder = UploadOptions.builder();
        change.accept(builder);
        UploadOptions options = builder.build();
        MultipartReader reader = reader(in, options.defParamCharset());
        return new FormParser(null, reader, options, UploadStorage.disk(folder), upload).parse();
    }

    /** Parses into a storage with the limits as they are. */
    static UploadForm parse(byte[] body, UploadStorage storage) throws IOException {
        return parse(new ByteArrayInputStream(body), storage);
    }

    static UploadForm parse(InputStream in, UploadStorage storage) throws IOException {
        MultipartReader reader = reader(in, StandardCharsets.UTF_8);
        return new FormParser(null, reader, UploadOptions.builder().build(), storage, Upload.any()).parse();
    }

    private static MultipartReader reader(InputStream in, Charset charset) {
        return new MultipartReader(
                new Body(in, -1), MultipartText.BOUNDARY, UploadLimits.DEFAULT.headerPairs(), charset);
    }

    /** Returns why the body is refused, after a look that nothing of it stayed. */
    UploadException refusal(byte[] body) throws IOException {
        return refusal(body, limits -> {});
    }

    UploadException refusal(byte[] body, Consumer<UploadLimits.Builder> limits) throws IOException {
        UploadException refusal = assertThrows(UploadException.class, () -> parse(body, limits));
        assertEquals(List.of(), Folders.names(folder));
        return refusal;
    }

    static byte[] content(UploadForm form) throws IOException {
        return Files.readAllBytes(form.file().orElseThrow().path());
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
