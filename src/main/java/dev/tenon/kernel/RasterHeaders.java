package dev.tenon.kernel;

import java.util.Optional;

/** Where PNG (W3C PNG, section 11.2.2), GIF (89a, section 18), BMP and WebP (RFC 9649) keep the size of a picture. */
final class RasterHeaders {
    private RasterHeaders() {}

    static Optional<ImageSize> png(byte[] head) {
        return ImageSize.of(bigEndian(head, 16), bigEndian(head, 20));
    }

    static Optional<ImageSize> gif(byte[] head) {
        return ImageSize.of(littleEndian(head, 6, 2), littleEndian(head, 8, 2));
    }

    /** The height is negative where the rows begin at the top; the first version has two bytes for each. */
    static Optional<ImageSize> bmp(byte[] head) {
        if (littleEndian(head, 14, 4) == 12) {
            return ImageSize.of(littleEndian(head, 18, 2), littleEndian(head, 20, 2));
        }
        return ImageSize.of(littleEndian(head, 18, 4), Math.abs(littleEndian(head, 22, 4)));
    }

    static Optional<ImageSize> webp(byte[] head) {
        return switch (head[15]) {
            case ' ' -> lossy(head);
            case 'L' -> lossless(head);
            case 'X' -> ImageSize.of(1 + littleEndian(head, 24, 3), 1 + littleEndian(head, 27, 3));
            default -> Optional.empty();
        };
    }

    private static Optional<ImageSize> lossy(byte[] head) {
        boolean keyFrame = littleEndian(head, 23, 3) == 0x2A019D;
        return keyFrame
                ? ImageSize.of(littleEndian(head, 26, 2) & 0x3FFF, littleEndian(head, 28, 2) & 0x3FFF)
                : Optional.empty();
    }

    /** Fourteen bits each, less one, after a byte of signature. */
    private static Optional<ImageSize> lossless(byte[] head) {
        int bits = littleEndian(head, 21, 4);
        return head[20] == 0x2F ? ImageSize.of(1 + (bits & 0x3FFF), 1 + ((bits >>> 14) & 0x3FFF)) : Optional.empty();
    }

    private static int bigEndian(byte[] head, int offset) {
        return Integer.reverseBytes(littleEndian(head, offset, 4));
    }

    private static int littleEndian(byte[] head, int offset, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value |= (head[offset + i] & 255) << (8 * i);
        }
        return value;
    }
}
