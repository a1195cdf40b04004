package dev.tenon.upload.download;

import dev.tenon.kernel.web.Validators;
import dev.tenon.upload.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What tells one state of a stored file from another. */
final class FileTag {
    private static final long UNKNOWN = 0;

    private FileTag() {}

    /**
     * @param etag in place of the file's own; null for that
     * @throws IOException if it lies on a disk, and is not there
     */
    static Validators of(StoredFile file, String etag) throws IOException {
        Validators own = file.path() == null
                ? strong(file.version().replaceAll("[^\\x21\\x23-\\x7E]", "_"), UNKNOWN)
                : of(file.path());
        return etag == null ? own : strong(etag, own.lastModified());
    }

    private static Validators of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        long time = attributes.lastModifiedTime().toMillis();
        return strong(Long.toHexString(time) + "-" + Long.toHexString(attributes.size()), time);
    }

    private static Validators strong(String tag, long lastModified) {
        return new Validators('"' + tag + '"', lastModified);
    }

    static String checked(String value) {
        if (!value.matches("[\\x21\\x23-\\x7E]+")) {
            throw new IllegalArgumentException("etag: '" + value + "' has a character that no tag has");
        }
        return value;
    }
}
