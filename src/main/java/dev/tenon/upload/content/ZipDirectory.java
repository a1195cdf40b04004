package dev.tenon.upload.content;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Adds up the central directory of a ZIP file (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), with or without ZIP64. */
final class ZipDirectory {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 20;
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

    ArchiveSize size() throws IOException {
        long length = Math.min(file.size(), (long) END + LONGEST_COMMENT + LOCATOR);
        byte[] tail = file.read(file.size() - length, (int) length);
        Bytes bytes = Bytes.littleEndian(tail);
        int end = end(bytes, tail.length);
        if (bytes.is(end - LOCATOR, "PK\6\7")) {
            Bytes end64 = Bytes.littleEndian(file.read(bytes.u64(end - LOCATOR + 8), 56));
            if (!end64.is(0, "PK\6\6")) {
                throw new UnreadableArchiveException("the end of its ZIP64 directory is not where it says");
            }
            add(end64.u64(48), end64.u64(40));
        } else {
            add(bytes.u32(end + 16), bytes.u32(end + 12));
        }
        return new ArchiveSize(entries, packed, unpacked);
    }

    private static int end(Bytes tail, int length) throws IOException {
        for (int at = length - END; at >= 0; at--) {
            if (tail.is(at, "PK\5\6")) {
                return at;
            }
        }
        throw new UnreadableArchiveException("it has no directory");
    }

    private void add(long from, long length) throws IOException {
        if (from > file.size() - length) {
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
