package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Keeps uploaded files. Thread-safe: requests store at the same time, each on its own thread. */
@FunctionalInterface
public interface UploadStorage {
    /**
     * Returns a storage that keeps files in a folder, made when the first file comes, under names of 32 random hexadecimal digits. A file has its name when it is
     * whole; a power cut, unlike a crash of the server's process, may cost files of the last seconds, or their bytes.
     */
    static UploadStorage disk(Path destination) {
        Path folder = destination.toAbsolutePath();
        return new DiskStorage(file -> folder, file -> DiskStorage.randomName());
    }

    /**
     * Returns a storage that keeps files in folders and under names that the application chooses.
     *
     * @param destination gives the folder of a file; made when it is not there
     * @param filename gives its name in that folder, one segment of a path, never the client's as it came; a file of this name is replaced
     */
    static UploadStorage disk(Function<IncomingFile, Path> destination, Function<IncomingFile, String> filename) {
        return new DiskStorage(destination, filename);
    }

    /**
     * Returns a file that lies on a disk, whoever brought it there.
     *
     * @throws IOException if it is not there
     */
    static StoredFile stored(Path path) throws IOException {
        return new DiskFile(path, Files.size(path));
    }

    /** Returns a storage that keeps files in memory; {@link UploadedFile#buffer()} has their bytes. For small files only. */
    static UploadStorage memory() {
        return MemoryStorage.INSTANCE;
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

    /**
     * Stores a file that has to pass a scanner. A storage that overrides this does not let a file be seen under its name, nor replace
     * another, before it has passed; without, it is stored, scanned, and removed again if it does not. Where it cannot be removed, that is logged and the
     * refusal stands.
     *
     * @throws IOException as {@link #store(IncomingFile, InputStream)} does, or what the scanner throws, with nothing of the file left
     */
    default StoredFile store(IncomingFile file, InputStream content, FileScanner scanner) throws IOException {
        StoredFile stored = store(file, content);
        try {
            scanner.scan(file, stored);
            return stored;
        } catch (IOException | RuntimeException | Error e) {
            Removal.after(e, stored);
            throw e;
        }
    }

    /**
     * Takes over a file that lies on a disk already; afterwards it is gone from there. Copies its bytes, unless the storage knows better.
     *
     * @throws IOException if it cannot be stored; it then lies where it was
     */
    default StoredFile adopt(IncomingFile file, Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            StoredFile stored = store(file, content);
            Files.delete(path);
            return stored;
        }
    }
}
