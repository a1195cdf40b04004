package dev.tenon.upload;

import dev.tenon.kernel.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Sees the bytes of one file on their way to the storage: tells its kind as soon as enough of them came, and adds up their digest. */
final class FileWitness {
    /** So much that a small file need not be read again to see what is at its end. */
    private static final int KEPT = 64 << 10;

    private final AllowedFiles allowed;
    private final IncomingFile file;
    private final UploadOptions options;
    private final MessageDigest digest; // null: nobody asks
    private final QuotaShare share;
    private byte[] head = new byte[0];
    private int length;
    private boolean judged;
    private Optional<FileType> type = Optional.empty();

    FileWitness(AllowedFiles allowed, IncomingFile file, UploadOptions options, QuotaShare share) {
        this.allowed = allowed;
        this.file = file;
        this.options = options;
        this.share = share;
        this.digest = options.sha256() ? sha256() : null;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Sees the next bytes, without moving the position of the buffer.
     *
     * @throws UploadException if they show that the file is not what its name says, and that matters; or if they are more than the session has
     *     left
     */
    void see(ByteBuffer bytes) {
        share.take(bytes.remaining(), file);
        look(bytes);
    }

    private void look(ByteBuffer bytes) {
        if (digest != null) {
            digest.update(bytes.duplicate());
        }
        if (length < KEPT) {
            keep(bytes);
        }
        if (!judged && length >= FileType.HEAD) {
            judge();
        }
    }

    private void keep(ByteBuffer bytes) {
        int some = Math.min(bytes.remaining(), KEPT - length);
        if (length + some > head.length) {
            head = Arrays.copyOf(head, Math.min(KEPT, Math.max(length + some, 2 * length)));
        }
        bytes.duplicate().get(head, length, some);
        length += some;
    }

    /** Sees a file that lies somewhere, as far as it has to; the quota was asked before it came. */
    void seeAll(InputStream content) throws IOException {
        if (digest == null) {
            look(ByteBuffer.wrap(content.readNBytes(FileType.HEAD)));
        } else {
            byte[] buffer = new byte[MultipartReader.WINDOW];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                look(ByteBuffer.wrap(buffer, 0, count));
            }
        }
        end();
    }

    /**
     * Hears that there are no more.
     *
     * @throws UploadException as {@link #see} does
     */
    void end() {
        if (!judged) {
            judge();
        }
    }

    private void judge() {
        judged = true;
        type = options.typeOf(Arrays.copyOf(head, Math.min(length, FileType.HEAD)));
        allowed.checkContent(file, type);
    }

    /** Returns the first bytes, or all where they are few, once they have ended. */
    byte[] head() {
        return length == head.length ? head : Arrays.copyOf(head, length);
    }

    QuotaShare share() {
        return share;
    }

    Optional<String> type() {
        return type.map(FileType::mediaType);
    }

    /** Returns the digest in lower-case hexadecimal digits, once the bytes have ended. */
    Optional<String> digest() {
        return Optional.ofNullable(digest).map(MessageDigest::digest).map(HexFormat.of()::formatHex);
    }
}
