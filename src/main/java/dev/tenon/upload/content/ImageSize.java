package dev.tenon.upload.content;

import java.io.IOException;

/**
 * How large a picture says it is, read from its headers; nothing is decoded. Of a format with several pictures in a file, the largest counts.
 * Immutable.
 */
public record ImageSize(long width, long height) {
    /** What is no picture of a known format, or breaks off before it says its size: then nothing can decode it, either. */
    static final ImageSize NONE = new ImageSize(0, 0);

    private static final int HEAD = 64;

    /** Returns the number of pixels; 0 for what is no picture. */
    public long pixels() {
        long product = width * height;
        return product < 0 || Math.multiplyHigh(width, height) != 0 ? Long.MAX_VALUE : product;
    }

    ImageSize max(ImageSize other) {
        return other.pixels() > pixels() ? other : this;
    }

    /** Reads PNG, JPEG, GIF, WebP, BMP, TIFF, BigTIFF, AVIF and HEIF. */
    public static ImageSize of(RandomContent file) throws IOException {
        byte[] head = file.read(0, HEAD);
        Bytes big = Bytes.bigEndian(head);
        Bytes little = Bytes.littleEndian(head);
        if (big.is(0, "\u0089PNG")) {
            return new ImageSize(big.u32(16), big.u32(20));
        } else if (big.is(0, "\u00FF\u00D8\u00FF")) {
            return JpegSize.of(file);
        } else if (big.is(0, "GIF8")) {
            return GifSize.of(file);
        } else if (big.is(0, "RIFF") && big.is(8, "WEBP")) {
            return webp(little);
        } else if (big.is(0, "BM")) {
            return bmp(little);
        } else if (big.is(0, "II*\0")) {
            return TiffSize.of(file, Bytes::littleEndian);
        } else if (big.is(0, "MM\0*")) {
            return TiffSize.of(file, Bytes::bigEndian);
        } else if (big.is(0, "II+\0")) {
            return TiffSize.ofBig(file, Bytes::littleEndian);
        } else if (big.is(0, "MM\0+")) {
            return TiffSize.ofBig(file, Bytes::bigEndian);
        }
        return big.is(4, "ftyp") ? heif(file) : NONE;
    }

    private static ImageSize webp(Bytes head) {
        if (head.is(12, "VP8X")) {
            return new ImageSize((head.u32(24) & 0xFF_FFFF) + 1, (head.u32(27) & 0xFF_FFFF) + 1);
        } else if (head.is(12, "VP8L")) {
            long bits = head.u32(21);
            return new ImageSize((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }
        return new ImageSize(head.u16(26) & 0x3FFF, head.u16(28) & 0x3FFF);
    }

    /** A negative height means that the first row is the highest. */
    private static ImageSize bmp(Bytes head) {
        boolean old = head.u32(14) == 12;
        return old
                ? new ImageSize(head.u16(18), head.u16(20))
                : new ImageSize(Math.abs((int) head.u32(18)), Math.abs((long) (int) head.u32(22)));
    }

    /** Each picture has a box {@code ispe}; those of grids and thumbnails are smaller. The boxes stand before the pixels. */
    private static ImageSize heif(RandomContent file) throws IOException {
        byte[] boxes = file.read(0, 256 << 10);
        Bytes bytes = Bytes.bigEndian(boxes);
        ImageSize size = NONE;
        for (int i = 0; i < boxes.length; i++) {
            if (boxes[i] == 'i' && bytes.is(i, "ispe")) {
                size = size.max(new ImageSize(bytes.u32(i + 8), bytes.u32(i + 12)));
            }
        }
        return size;
    }
}
