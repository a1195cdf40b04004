package dev.tenon.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/**
 * How large a picture is, as the header of its file says. No pixel is decoded, so a small file that claims to be huge costs nothing; and the claim
 * is the file's own. A JPEG that cameras turned by an EXIF note is measured as it is stored. Immutable.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record ImageSize(int width, int height) {
    /** As far as the fixed headers of all formats but JPEG reach. */
    private static final int HEAD = 30;

    /**
     * Returns the size of a PNG, JPEG, GIF, WebP or BMP; empty for what is none of them, or broken before it says its size. Reads no more than
     * that needs, of a JPEG 4 MiB at most: its size comes after previews and colour profiles.
     *
     * @param in the file from its first byte; not closed
     * @throws IOException if the stream throws it
     */
    public static Optional<ImageSize> read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        String type = FileType.sniff(head).map(FileType::mediaType).orElse("");
        return switch (type) {
            case "image/jpeg" -> JpegHeader.size(new SequenceInputStream(new ByteArrayInputStream(head), in));
            case "image/png" -> of(head, 24, RasterHeaders::png);
            case "image/gif" -> of(head, 10, RasterHeaders::gif);
            case "image/bmp" -> of(head, 26, RasterHeaders::bmp);
            case "image/webp" -> of(head, HEAD, RasterHeaders::webp);
            default -> Optional.empty();
        };
    }

    /** Returns the number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /** Returns empty where one of them is no size. */
    static Optional<ImageSize> of(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
    }

    private static Optional<ImageSize> of(byte[] head, int needed, Layout layout) {
        return head.length < needed ? Optional.empty() : layout.size(head);
    }

    /** Where a format keeps its size. */
    private interface Layout {
        Optional<ImageSize> size(byte[] head);
    }
}
