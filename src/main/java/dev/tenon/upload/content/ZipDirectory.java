package dev.tenon.upload.content;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Adds up the central directory of a ZIP file (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), with or without ZIP64. */
final class ZipDirectory {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 20;
    private static final int END64 = 56;
    private static final int TAIL = END + LONGEST_COMMENT + LOCATOR + END64;
    private static final int MAX_ENDS = 16;
    private static final int HEADER = 46;
    private static final int ZIP64 = 1; // the id of an extra field
    private static final long IN_ZIP64 = 0xFFFF_FFFFL;

    private final RandomContent file;
    private final long maxEntries;
    private long entries;
    private long packed;
    private long unpacked;

    ZipDirectory(RandomContent file, long maxEntries) {
        this.file = file;
        this.maxEntries = maxEntries;
    }

    /**
     * Programs look for the directory at the place that the end names, before the end, or not at all, and read what they find there. One that is not
     * the same to all of them is refused: the sizes would be those of other files than the ones that are unpacked.
     */
    ArchiveSize size() throws IOException {
        long length = Math.min(file.size(), (long) END + LONGEST_COMMENT + LOCATOR);
        long start = file.size() - length;
        Bytes tail = Bytes.littleEndian(file.read(start, (int) length));
        int end = end(tail, (int) length);
        if (tail.is(end - LOCATOR, "PK\6\7")) {
            addZip64(tail.u64(end - LOCATOR + 8), start + end - LOCATOR);
        } else {
            add(tail.u32(end + 16), tail.u32(end + 12), start + end);
        }
        if (entries == 0 && start + end > 0) {
            throw new UnreadableArchiveException("it has files that are not in its directory");
        }
        return new ArchiveSize(entries, packed, unpacked);
    }

    /**
     * Returns what a ZIP file says that stands behind something else: a program that unpacks itself, a picture, or a single byte. Its offsets may count from
     * either beginning, so programs take the directory that lies directly before the end. All 0 where there is none.
     */
    ArchiveSize sizeBehindOther() throws IOException {
        long start = Math.max(0, file.size() - TAIL);
        byte[] tail = file.read(start, TAIL);
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        if (!text.contains("PK\5\6")) { // several times as fast as a search from the end, which few files need
            return ArchiveSize.NONE;
        }
        int ends = 0;
        for (int at = text.lastIndexOf("PK\5\6"); at >= 0; at = text.lastIndexOf("PK\5\6", at - 1)) {
            if (++ends > MAX_ENDS) {
                throw new UnreadableArchiveException("it has many ends");
            }
            addBefore(Bytes.littleEndian(tail), at, start);
            if (entries > 0) {
                return new ArchiveSize(entries, packed, unpacked);
            }
        }
        return ArchiveSize.NONE;
    }

    /** Adds the directory before this end, if there is one: else the four letters are part of something else. */
    private void addBefore(Bytes tail, int at, long start) throws IOException {
        int at64 = at - LOCATOR - END64;
        boolean zip64 = tail.is(at - LOCATOR, "PK\6\7") && tail.is(at64, "PK\6\6");
        long end = start + (zip64 ? at64 : at);
        long length = zip64 ? tail.u64(at64 + 40) : tail.u32(at + 12);
        if (length <= end && Bytes.littleEndian(file.read(end - length, 4)).is(0, "PK\1\2")) {
            add(end - length, length, end);
        }
    }

    /** The end is the last thing in the file, with its comment. What follows it, or looks like another in the comment, is for somebody to be misled. */
    private static int end(Bytes tail, int length) throws IOException {
        for (int at = length - END; at >= 0; at--) {
            if (tail.is(at, "PK\5\6")) {
                if (at + END + tail.u16(at + 20) != length) {
                    throw new UnreadableArchiveException("it does not end with its directory");
                }
                return at;
            }
        }
        throw new UnreadableArchiveException("it has no directory");
    }

    private void addZip64(long at, long locator) throws IOException {
        Bytes end = Bytes.littleEndian(file.read(at, END64));
        if (!end.is(0, "PK\6\6") || at + 12 + end.u64(4) != locator) {
            throw new UnreadableArchiveException("the end of its ZIP64 directory is not where it says");
        }
        add(end.u64(48), end.u64(40), at);
    }

    private void add(long from, long length, long end) throws IOException {
        if (from != end - length) {
            throw new UnreadableArchiveException("its directory is not where it says");
        }
        try (InputStream in = new BufferedInputStream(file.open(from), 64 << 10)) {
            for (long left = length; left >= HEADER && entries <= maxEntries; ) {
                left -= addEntry(in);
            }
        } catch (EOFException e) {
            throw new UnreadableArchiveException("its directory breaks off");
        }
    }

    private long addEntry(InputStream in) throws IOException {
        Bytes header = Bytes.littleEndian(exactly(in, HEADER));
        if (!header.is(0, "PK\1\2")) {
            throw new UnreadableArchiveException("its directory has something else among the entries");
        }
        in.skipNBytes(header.u16(28));
        byte[] extra = exactly(in, header.u16(30));
        in.skipNBytes(header.u16(32));
        entries++;
        addSizes(header.u32(20), header.u32(24), extra);
        return (long) HEADER + header.u16(28) + extra.length + header.u16(32);
    }

    /** Sizes that need more than 32 bits stand in an extra field, the unpacked one first, each only where the header has all bits set. */
    private void addSizes(long packedSize, long unpackedSize, byte... extra) {
        int at = zip64(extra);
        Bytes bytes = Bytes.littleEndian(extra);
        boolean large = unpackedSize == IN_ZIP64 && at >= 0;
        unpacked = sum(unpacked, large ? bytes.u64(at) : unpackedSize);
        packed = sum(packed, packedSize == IN_ZIP64 && at >= 0 ? bytes.u64(at + (large ? 8 : 0)) : packedSize);
    }

    /** Returns where the values of the extra field begin, or -1. */
    private static int zip64(byte... extra) {
        Bytes bytes = Bytes.littleEndian(extra);
        for (int at = 0; at + 4 <= extra.length; at += 4 + bytes.u16(at + 2)) {
            if (bytes.u16(at) == ZIP64) {
                return at + 4;
            }
        }
        return -1;
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
