package dev.tenon.upload.resumable;

import dev.tenon.kernel.FileType;
import dev.tenon.upload.IncomingFile;
import dev.tenon.upload.QuotaShare;
import dev.tenon.upload.UploadCode;
import dev.tenon.upload.UploadException;
import dev.tenon.upload.UploadOptions;
import dev.tenon.upload.UploadedFile;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be done with uploads, whoever asks: every method is given the owner, and knows no upload of another. Thread-safe. */
final class Resumables {
    private final UploadFolder folder;
    private final Writers writers = new Writers();
    private final Reservations reservations;
    private final UploadOptions options;
    private final long maxSize;

    Resumables(UploadFolder folder, Reservations reservations, UploadOptions options, long maxSize) {
        this.folder = folder;
        this.reservations = reservations;
        this.options = options;
        this.maxSize = maxSize;
    }

    /** Goes on with what was there when the server stopped. Nobody else uses the folder yet. */
    void recover() throws IOException {
        folder.recover();
        if (counts()) {
            for (String id : folder.ids()) {
                Optional<UploadState> state = folder.find(id);
                if (state.isPresent()) {
                    reservations.restore(id, state.get(), folder.bytes(id));
                }
            }
        }
    }

    long maxSize() {
        return maxSize;
    }

    /**
     * Makes an empty upload and returns its id.
     *
     * @throws dev.tenon.kernel.TenonException if such an upload may not come
     */
    String create(HttpServletRequest request, UploadState state) throws IOException {
        checkLength(state.length());
        IncomingFile file = state.file();
        if (!state.isPartial() && !options.accepts(request, file)) {
            throw new TusException(422, "The file was refused", null);
        }
        QuotaShare share = reservations.begin(state);
        try {
            String id = folder.create(state);
            reservations.keep(id, share);
            return id;
        } catch (IOException | RuntimeException e) {
            share.giveBack();
            throw e;
        }
    }

    private void checkLength(long length) {
        if (length > maxSize) {
            throw new TusException(413, "The upload is too large", maxSize + " bytes are the most.");
        }
    }

    /** @throws TusException if there is none, or it belongs to somebody else */
    UploadState get(String id, String owner) throws IOException {
        return folder.find(id).filter(state -> state.isOf(owner)).orElseThrow(TusException::unknown);
    }

    /** Returns the state after whoever writes was stopped, so that the client that asks can go on. */
    UploadState settle(String id, String owner) throws IOException {
        get(id, owner);
        writers.stop(folder.bytes(id));
        return get(id, owner);
    }

    long offset(String id, UploadState state) throws IOException {
        return folder.offset(id, state);
    }

    Instant expires(String id) throws IOException {
        return folder.expires(id);
    }

    /**
     * Adds the body of a request to the upload.
     *
     * @param offset where the client goes on
     * @param length what the client says of the length; empty when it says nothing
     * @return the state; {@link #offset} says how many bytes have come now
     * @throws dev.tenon.kernel.TenonException if the body is refused; what came before it stays, unless the content is not what it says
     */
    UploadState append(TusRequest request, String id, UploadState before, long offset, Optional<Long> length)
            throws IOException {
        checkOffset(id, before, offset); // without a word to who writes now: he may be well
        try (Writers.Writer writer = writers.open(folder.bytes(id), offset)) {
            UploadState found = get(id, before.owner()); // as the one before has left it
            checkOffset(id, found, offset);
            writer.channel().truncate(offset); // what a crash has left unverified, before the state forgets that it is
            UploadState state = length.isPresent() ? withLength(id, found, length.get()) : found;
            state = state.withUnverified(request.hasChecksum() ? offset : UploadState.NONE);
            if (!state.equals(found)) {
                folder.save(id, state);
            }
            return write(request, id, state, writer, offset);
        } finally {
            if (before.knownLength().isEmpty()) {
                settleShare(id);
            }
        }
    }

    /** The one that was announced meanwhile counts as it is. */
    private void settleShare(String id) throws IOException {
        boolean unknown =
                folder.find(id).filter(state -> state.knownLength().isEmpty()).isPresent();
        if (unknown) {
            reservations.settle(id, folder.bytes(id));
        }
    }

    private UploadState write(TusRequest request, String id, UploadState state, Writers.Writer writer, long offset)
            throws IOException {
        writer.begin(offset);
        InputStream body = options.watched(request.servletRequest(), request.body(), offset, state.length());
        long end = new Piece(request, body, writer, offset, room(id, state, offset)).write();
        writer.finish();
        UploadState verified = state.withUnverified(UploadState.NONE);
        if (!verified.equals(state)) {
            folder.save(id, verified);
        }
        checkContent(id, verified, offset, end);
        return verified;
    }

    private Piece.Room room(String id, UploadState state, long offset) {
        long length = state.knownLength().orElse(maxSize) - offset;
        QuotaShare share = reservations.of(id);
        return state.knownLength().isPresent()
                ? new Piece.Room(length, bytes -> {})
                : new Piece.Room(length, bytes -> share.take(bytes, state.file()));
    }

    /** Returns whether there is a quota, so that every upload needs a session. */
    boolean counts() {
        return options.limits().sessionQuota() < Long.MAX_VALUE;
    }

    private UploadState withLength(String id, UploadState state, long length) throws IOException {
        if ((state.length() != UploadState.UNKNOWN && state.length() != length) || length < offset(id, state)) {
            throw TusException.badRequest("Upload-Length cannot be changed, nor be less than what has come.");
        }
        checkLength(length);
        if (state.length() == UploadState.UNKNOWN) {
            reservations.of(id).require(length, state.file());
        }
        return state.withLength(length);
    }

    private void checkOffset(String id, UploadState state, long offset) throws IOException {
        long actual = offset(id, state);
        if (actual != offset) {
            throw TusException.atAnotherOffset(actual);
        }
    }

    /** As soon as the first bytes are there: what is not what its name says need not come to its end. */
    private void checkContent(String id, UploadState state, long from, long end) throws IOException {
        boolean complete = end == state.length();
        if (state.concat() != null || from >= FileType.HEAD || (end < FileType.HEAD && !complete)) {
            return;
        }
        try (InputStream content = Files.newInputStream(folder.bytes(id))) {
            options.checkContent(state.file(), content.readNBytes(FileType.HEAD));
        } catch (UploadException e) {
            folder.remove(id);
            throw e;
        }
    }

    /** Makes the bytes of several finished uploads those of another, which is finished with it. */
    void concatenate(String id, List<String> parts) throws IOException {
        try (FileChannel to = FileChannel.open(folder.bytes(id), StandardOpenOption.WRITE)) {
            for (String part : parts) {
                transfer(folder.bytes(part), to);
            }
            to.force(false);
        } catch (IOException e) {
            folder.remove(id);
            throw e;
        }
    }

    private static void transfer(Path part, FileChannel to) throws IOException {
        try (FileChannel from = FileChannel.open(part)) {
            to.position(to.size());
            long size = from.size();
            for (long at = 0; at < size; ) {
                at += from.transferTo(at, size - at, to);
            }
        }
    }

    void remove(String id, String owner) throws IOException {
        settle(id, owner);
        folder.remove(id);
    }

    /** Gives a finished upload away, once: whoever removes its state first has it, and nobody still writes to it. */
    Optional<UploadedFile> claim(String id, String owner, ServletContext context) throws IOException {
        Optional<UploadState> state = finished(id, owner);
        if (state.isEmpty() || !isLeft(id)) {
            return Optional.empty();
        }
        Optional<Path> claimed = folder.claim(id);
        return claimed.isEmpty() ? Optional.empty() : Optional.of(adopt(id, state.get(), claimed.get(), context));
    }

    private Optional<UploadState> finished(String id, String owner) throws IOException {
        Optional<UploadState> state = folder.find(id).filter(found -> found.isOf(owner) && !found.isPartial());
        boolean whole =
                state.isPresent() && offset(id, state.get()) == state.get().length();
        return whole ? state : Optional.empty();
    }

    /** Else a request that has sent all, and does not end, could change or shorten what the application has by then. */
    private boolean isLeft(String id) throws IOException {
        try {
            writers.stop(folder.bytes(id));
            return true;
        } catch (TusException busy) {
            return false;
        }
    }

    private UploadedFile adopt(String id, UploadState state, Path claimed, ServletContext context) throws IOException {
        try {
            UploadedFile file = options.adopt(state.file(), claimed, context, reservations.of(id));
            reservations.leave(id);
            folder.remove(id);
            return file;
        } catch (UploadException e) {
            refuse(e, id, claimed);
            throw e;
        } catch (IOException | RuntimeException e) {
            folder.giveBack(claimed);
            throw e;
        }
    }

    /** A scanner that is away says nothing against the file. */
    private void refuse(UploadException refusal, String id, Path claimed) throws IOException {
        if (refusal.code() == UploadCode.SCAN_FAILED) {
            folder.giveBack(claimed);
        } else {
            folder.remove(id);
            Files.deleteIfExists(claimed);
        }
    }
}
