package dev.tenon.upload;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a folder of uploads that nobody takes away: those that the application left there, and those that a server left half written when it
 * ended. Only files with names that Tenon gives are touched.
 */
final class UnclaimedFiles {
    static final Duration HALF_WRITTEN = Duration.ofDays(1);

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HALF = Pattern.compile("[0-9a-f]{32}\\.part");

    private final Path folder;
    private final Optional<Duration> expiration;

    /** @param expiration how long a whole file may stay; empty for as long as it likes */
    UnclaimedFiles(Path folder, Optional<Duration> expiration) {
        this.folder = folder;
        this.expiration = expiration;
    }

    /** Removes what has been there for too long. */
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                sweep(file);
            }
        }
    }

    private void sweep(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            if (HALF.matcher(name).matches() && isOlder(file, HALF_WRITTEN)) {
                Files.deleteIfExists(file);
            } else if (expiration.isPresent() && WHOLE.matcher(name).matches() && isOlder(file, expiration.get())) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // somebody else was quicker
        }
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(Instant.now());
    }
}
