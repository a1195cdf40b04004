package dev.tenon.upload;

import dev.tenon.kernel.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Keeps files in a folder. Under its final name a file is whole, also after the server's process died: while it arrives, its name ends in {@code .part}. Nothing is
 * forced to the disk, which would cost a small file thirty times what it costs now.
 */
record DiskStorage(Function<IncomingFile, Path> destination, Function<IncomingFile, String> filename)
        implements UploadStorage {
    @Override
    public StoredFile store(IncomingFile file, InputStream content) throws IOException {
        return store(file, content, FileScanner.NONE);
    }

    @Override
    public StoredFile store(IncomingFile file, InputStream content, FileScanner scanner) throws IOException {
        Path target = target(file);
        Path part = target.resolveSibling(randomName() + ".part");
        try {
            long size = write(content, part);
            scanner.scan(file, new DiskFile(part, size));
            return new DiskFile(Files.move(part, target, StandardCopyOption.ATOMIC_MOVE), size);
        } catch (IOException | RuntimeException | Error e) {
            delete(part, e);
            throw e;
        }
    }

    @Override
    public StoredFile adopt(IncomingFile file, Path path) throws IOException {
        Path target = target(file);
        Files.createDirectories(target.getParent());
        try {
            return new DiskFile(Files.move(path, target, StandardCopyOption.ATOMIC_MOVE), Files.size(target));
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            return UploadStorage.super.adopt(file, path);
        }
    }

    static String randomName() {
        return HexFormat.of().formatHex(Tokens.random(16));
    }

    private Path target(IncomingFile file) {
        Path folder = destination.apply(file).toAbsolutePath();
        String name = filename.apply(file);
        Path target = folder.resolve(name).normalize();
        if (name.indexOf('\\') >= 0 || !folder.normalize().equals(target.getParent())) {
            throw new IllegalStateException("The function filename gave '" + name + "', which is no name of a file");
        }
        return target;
    }

    private static long write(InputStream content, Path part) throws IOException {
        try (OutputStream out = create(part)) {
            return content.transferTo(out);
        }
    }

    private static OutputStream create(Path part) throws IOException {
        try {
            return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException noFolder) {
            Files.createDirectories(part.getParent());
            return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    private static void delete(Path part, Throwable reason) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
