package dev.tenon.upload.resumable;

import dev.tenon.kernel.Tokens;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of unfinished and unclaimed uploads: for each its bytes, and beside them its state. The state is written to another name and moved
 * into place, so that a crash leaves the old one or the new one; an upload without a state is not there. How far an upload is, the length of its
 * bytes says, which a crash cannot make larger than what was written. Thread-safe, but for two writers of one upload.
 */
final class UploadFolder {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String STATE = ".json";
    private static final String CLAIMED = ".claimed";

    private final Path folder;
    private final Duration expiration;
    private final Consumer<String> onRemove;

    /** @param onRemove hears the id of each upload that is removed */
    UploadFolder(Path folder, Duration expiration, Consumer<String> onRemove) {
        this.folder = folder;
        this.expiration = expiration;
        this.onRemove = onRemove;
    }

    /** Makes an empty upload and returns its id. */
    String create(UploadState state) throws IOException {
        Files.createDirectories(folder);
        String id = HexFormat.of().formatHex(Tokens.random(16));
        Files.createFile(bytes(id));
        save(id, state);
        return id;
    }

    /** Returns the state; empty when there is no such upload, or it has expired, whereupon it is removed. */
    Optional<UploadState> find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            String json = Files.readString(state(id));
            if (expires(id).isBefore(Instant.now())) {
                remove(id);
                return Optional.empty();
            }
            return Optional.of(UploadState.parse(json));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void save(String id, UploadState state) throws IOException {
        Path next = folder.resolve(id + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer json = ByteBuffer.wrap(state.toJson().getBytes(StandardCharsets.UTF_8));
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
        }
        Files.move(next, state(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns how many bytes have come and count: those that wait for a checksum do not. */
    long offset(String id, UploadState state) throws IOException {
        long size = Files.size(bytes(id));
        return state.unverified() < 0 ? size : Math.min(size, state.unverified());
    }

    /** Returns when the upload will be removed unless more of it comes. */
    Instant expires(String id) throws IOException {
        return expires(bytes(id));
    }

    private Instant expires(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(expiration);
    }

    /** Returns the ids of all that have a state. */
    List<String> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(STATE))
                    .map(name -> name.replace(STATE, ""))
                    .toList();
        }
    }

    Path bytes(String id) {
        return folder.resolve(id);
    }

    private Path state(String id) {
        return folder.resolve(id + STATE);
    }

    private Path claimed(String id) {
        return folder.resolve(id + CLAIMED);
    }

    /** The state first: what is left of a removal that was cut short is no upload. */
    void remove(String id) throws IOException {
        Files.deleteIfExists(state(id));
        Files.deleteIfExists(bytes(id));
        onRemove.accept(id);
    }

    /**
     * Takes the bytes away, for one caller only; empty for all others. They are as young as the claim, for all that removes what is old, which is done first:
     * where it fails, nobody has taken them.
     */
    Optional<Path> claim(String id) throws IOException {
        try {
            Files.setLastModifiedTime(bytes(id), FileTime.from(Instant.now()));
            return Optional.of(Files.move(bytes(id), claimed(id), StandardCopyOption.ATOMIC_MOVE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void giveBack(Path claimed) throws IOException {
        String name = claimed.getFileName().toString();
        Files.move(claimed, bytes(name.substring(0, name.length() - CLAIMED.length())), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives back what was claimed when the server stopped, before it was in the storage. Nobody else uses the folder yet. */
    void recover() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> claimed = Files.newDirectoryStream(folder, "*" + CLAIMED)) {
                for (Path file : claimed) {
                    giveBack(file);
                }
            }
        }
    }

    /** Removes what has expired, and what a crash has left half made or half removed. */
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
        String id = file.getFileName().toString().replaceFirst("\\..*", "");
        try {
            if (ID.matcher(id).matches() && find(id).isEmpty() && isOld(file) && !isBeingClaimed(id)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // somebody else was quicker
        }
    }

    private boolean isOld(Path file) throws IOException {
        return expires(file).isBefore(Instant.now());
    }

    /** The state is older than the claim, and is needed if the bytes are given back. */
    private boolean isBeingClaimed(String id) throws IOException {
        return Files.exists(claimed(id)) && !isOld(claimed(id));
    }
}
