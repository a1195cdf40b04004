package dev.tenon.upload.content;

import java.io.IOException;

/**
 * What an archive says it unpacks to, read from its directory or trailer; nothing is unpacked. Knows ZIP, and with it the documents that are
 * ZIP files, and gzip.
 *
 * @param entries how many files it has
 * @param packed how many bytes of the archive they say they take, which is more than it has where they overlap
 * @param unpacked how many bytes they say they are; never negative
 */
public record ArchiveSize(long entries, long packed, long unpacked) {
    /** What is said of what is no archive. */
    public static final ArchiveSize NONE = new ArchiveSize(0, 0, 0);

    private static final int GZIP_LEAST = 18;

    /**
     * Returns what it says; all 0 for what is no archive. Programs look for a ZIP file from its end: what stands before it makes it none the less one.
     *
     * @param maxEntries more entries than this are not looked at
     * @throws UnreadableArchiveException if it begins as a ZIP file does, and its directory cannot be read
     */
    public static ArchiveSize of(RandomContent file, long maxEntries) throws IOException {
        Bytes head = Bytes.littleEndian(file.read(0, 4));
        if (head.is(0, "PK\3\4") || head.is(0, "PK\5\6")) {
            return new ZipDirectory(file, maxEntries).size();
        }
        boolean gzip = head.is(0, "\u001F\u008B\b") && file.size() >= GZIP_LEAST;
        ArchiveSize behind = new ZipDirectory(file, maxEntries).sizeBehindOther();
        return gzip ? gzip(file).max(behind) : behind;
    }

    private ArchiveSize max(ArchiveSize other) {
        return new ArchiveSize(
                Math.max(entries, other.entries), Math.max(packed, other.packed), Math.max(unpacked, other.unpacked));
    }

    /** The last four bytes are the length of the last member, modulo 4 GiB (RFC 1952): a lower bound. */
    private static ArchiveSize gzip(RandomContent file) throws IOException {
        long unpacked = Bytes.littleEndian(file.read(file.size() - 4, 4)).u32(0);
        return new ArchiveSize(1, file.size(), unpacked);
    }
}
