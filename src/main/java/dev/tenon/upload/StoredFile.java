package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that an {@link UploadStorage} keeps. */
public interface StoredFile {
    /** Returns the name of the file within its storage, which never comes from the client. */
    String filename();

    /** Returns how many bytes were stored. */
    long size();

    /** Returns where the file lies; null in a storage that keeps no files on a disk. */
    Path path();

    /** Returns the bytes, which are not copied, in a storage that keeps them in memory; else null. */
    default byte[] buffer() {
        return null;
    }

    /**
     * Returns what is another one whenever other bytes have come under this name, for {@code ETag}; the name itself, unless the storage knows better. A
     * storage that replaces files has to.
     */
    default String version() {
        return filename();
    }

    /** Returns the bytes from the first one on; the caller closes it. */
    InputStream open() throws IOException;

    /**
     * Returns the bytes from this one on, counted from 0; the caller closes it. Reads what comes before, unless the storage knows better.
     *
     * @throws IOException if the file ends before
     */
    default InputStream open(long from) throws IOException {
        InputStream content = open();
        try {
            content.skipNBytes(from);
            return content;
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** Moves the file out of the storage, in place of what is at the target. */
    default void moveTo(Path target) throws IOException {
        try (InputStream content = open()) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        remove();
    }

    /** Deletes the file. Does nothing if it is gone already. */
    void remove() throws IOException;
}
