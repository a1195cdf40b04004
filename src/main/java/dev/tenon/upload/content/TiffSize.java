package dev.tenon.upload.content;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Reads the directories of a TIFF file (TIFF 6.0, section 2), or of a BigTIFF, whose numbers are wider. Each describes one picture. */
final class TiffSize {
    private static final int MAX_ENTRIES = 65_535; // of all directories: a thousand pages have less
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int SHORT = 3;
    private static final int LONG8 = 16;

    private final RandomContent file;
    private final Function<byte[], Bytes> order;
    private final boolean big;

    private TiffSize(RandomContent file, Function<byte[], Bytes> order, boolean big) {
        this.file = file;
        this.order = order;
        this.big = big;
    }

    static ImageSize of(RandomContent file, Function<byte[], Bytes> order) throws IOException {
        return new TiffSize(file, order, false).largest();
    }

    static ImageSize ofBig(RandomContent file, Function<byte[], Bytes> order) throws IOException {
        return new TiffSize(file, order, true).largest();
    }

    private ImageSize largest() throws IOException {
        ImageSize size = ImageSize.NONE;
        Bytes head = order.apply(file.read(0, 16));
        long next = big ? head.u64(8) : head.u32(4);
        int left = MAX_ENTRIES;
        for (Set<Long> seen = new HashSet<>(); next != 0 && seen.add(next) && left > 0; ) {
            int width = big ? 8 : 2; // of the number of entries
            Bytes count = order.apply(file.read(next, width));
            int entries = (int) Math.min(big ? count.u64(0) : count.u16(0), left);
            left -= entries + 1;
            int length = entries * entry();
            Bytes directory = order.apply(file.read(next + width, length + 8));
            size = size.max(new ImageSize(value(directory, entries, WIDTH), value(directory, entries, HEIGHT)));
            next = big ? directory.u64(length) : directory.u32(length);
        }
        return size;
    }

    private int entry() {
        return big ? 20 : 12;
    }

    private long value(Bytes directory, int entries, int tag) {
        for (int at = 0; at < entries * entry(); at += entry()) {
            if (directory.u16(at) == tag) {
                int value = at + entry() - (big ? 8 : 4);
                return switch (directory.u16(at + 2)) {
                    case SHORT -> directory.u16(value);
                    case LONG8 -> directory.u64(value);
                    default -> directory.u32(value);
                };
            }
        }
        return 0;
    }
}
