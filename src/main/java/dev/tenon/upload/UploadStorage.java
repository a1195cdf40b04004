package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps uploaded files. Thread-safe: requests store at the same time, each on its own thread. */
@FunctionalInterface
public interface UploadStorage {
    /** Returns a storage that keeps files in a folder, made when the first file comes, under names of 32 random hexadecimal digits. */
    static UploadStorage disk(Path destination) {
        return new DiskStorage(destination.toAbsolutePath());
    }

    /**
     * Stores a file. When it fails for whatever reason, nothing of the file remains.
     *
     * @param file what the client says about it
     * @param content the bytes as they arrive; it throws {@link UploadException} when they are too many or the connection breaks, which is
     *     to be passed on; {@link InputStream#transferTo} hands them on without a copy
     * @throws IOException if the file cannot be stored; the request then fails as the application's own errors do
     */
    StoredFile store(IncomingFile file, InputStream content) throws IOException;
}
