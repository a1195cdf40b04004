package dev.tenon.upload.content;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Reads the directories of a TIFF file (TIFF 6.0, section 2), each of which describes one picture. */
final class TiffSize {
    private static final int MAX_ENTRIES = 65_535; // of all directories: a thousand pages have less
    private static final int ENTRY = 12;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;

    private TiffSize() {}

    static ImageSize of(RandomContent file, Function<byte[], Bytes> order) throws IOException {
        ImageSize size = ImageSize.NONE;
        long next = order.apply(file.read(0, 8)).u32(4);
        int left = MAX_ENTRIES;
        for (Set<Long> seen = new HashSet<>(); next != 0 && seen.add(next) && left > 0; ) {
            int entries = order.apply(file.read(next, 2)).u16(0);
            left -= entries + 1;
            Bytes directory = order.apply(file.read(next + 2, entries * ENTRY + 4));
            size = size.max(new ImageSize(value(directory, entries, WIDTH), value(directory, entries, HEIGHT)));
            next = directory.u32(entries * ENTRY);
        }
        return size;
    }

    private static long value(Bytes directory, int entries, int tag) {
        for (int at = 0; at < entries * ENTRY; at += ENTRY) {
            if (directory.u16(at) == tag) {
                boolean isShort = directory.u16(at + 2) == 3;
                return isShort ? directory.u16(at + 8) : directory.u32(at + 8);
            }
        }
        return 0;
    }
}
