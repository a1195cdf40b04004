package dev.tenon.upload;

import dev.tenon.kernel.ByteSize;
import dev.tenon.upload.content.ArchiveSize;
import dev.tenon.upload.content.ImageSize;
import dev.tenon.upload.content.RandomContent;
import dev.tenon.upload.content.UnreadableArchiveException;
import java.io.EOFException;
import java.io.IOException;

/** Refuses what would burst when it is decoded or unpacked, by what its headers say. */
record ContentLimits(UploadLimits limits) {
    private static final long ALWAYS_FITS = 1 << 20;

    /**
     * Judges a file that was received.
     *
     * @param head its first bytes, or all: what is neither a picture nor an archive is not opened for this
     * @throws UploadException if it is too large inside
     */
    void check(IncomingFile file, StoredFile content, byte... head) throws IOException {
        RandomContent bytes = new KnownHead(content, head);
        long pixels = ImageSize.of(bytes).pixels();
        if (pixels > limits.imagePixels()) {
            throw refused(
                    UploadCode.LIMIT_IMAGE_PIXELS,
                    file,
                    "It has " + pixels + ", " + limits.imagePixels() + " are the most.");
        }
        checkArchive(file, archive(file, bytes), content.size());
    }

    private ArchiveSize archive(IncomingFile file, RandomContent bytes) throws IOException {
        try {
            return ArchiveSize.of(bytes, limits.archiveEntries());
        } catch (UnreadableArchiveException e) {
            throw refused(
                    UploadCode.LIMIT_ARCHIVE_SIZE, file, "What it unpacks to is not known: " + e.getMessage() + ".");
        } catch (EOFException less) {
            return ArchiveSize.NONE; // the storage keeps less than it was given, perhaps nothing
        }
    }

    private void checkArchive(IncomingFile file, ArchiveSize archive, long size) {
        if (archive.entries() > limits.archiveEntries()) {
            throw refused(UploadCode.LIMIT_ARCHIVE_ENTRIES, file, limits.archiveEntries() + " files are the most.");
        }
        if (archive.unpacked() > limits.archiveSize()) {
            throw refused(UploadCode.LIMIT_ARCHIVE_SIZE, file, new ByteSize(limits.archiveSize()) + " are the most.");
        }
        if (archive.packed() > size) {
            throw refused(UploadCode.LIMIT_ARCHIVE_SIZE, file, "Its files overlap.");
        }
        if (archive.unpacked() > ALWAYS_FITS && archive.unpacked() / Math.max(1, limits.archiveRatio()) > size) {
            throw refused(UploadCode.LIMIT_ARCHIVE_SIZE, file, limits.archiveRatio() + " times its size is the most.");
        }
    }

    private static UploadException refused(UploadCode code, IncomingFile file, String detail) {
        return new UploadException(code, detail, file.fieldname(), file.originalname(), null);
    }
}
