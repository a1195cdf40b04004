package dev.tenon.kernel;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Walks over the segments of a JPEG (ITU-T T.81, annex B) to the one that says the size of the frame. */
final class JpegHeader {
    private static final int LIMIT = 4 << 20;
    private static final int START_OF_SCAN = 0xDA;

    private final DataInputStream in;
    private int budget = LIMIT;

    private JpegHeader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    static Optional<ImageSize> size(InputStream in) throws IOException {
        try {
            return new JpegHeader(in).size();
        } catch (EOFException broken) {
            return Optional.empty();
        }
    }

    private Optional<ImageSize> size() throws IOException {
        in.readUnsignedShort(); // start of image
        while (budget > 0) {
            int marker = marker();
            if (isFrame(marker)) {
                in.skipNBytes(3); // length and precision
                int height = in.readUnsignedShort();
                return ImageSize.of(in.readUnsignedShort(), height);
            }
            if (marker == START_OF_SCAN || !skipSegment()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns the code of the next marker, behind as many fill bytes as there are; 0 where no marker is. */
    private int marker() throws IOException {
        int code = in.readUnsignedByte() == 0xFF ? 0xFF : 0;
        while (code == 0xFF && budget-- > 0) {
            code = in.readUnsignedByte();
        }
        return code;
    }

    /** Returns false where the length is none. */
    private boolean skipSegment() throws IOException {
        int length = in.readUnsignedShort();
        budget -= length;
        in.skipNBytes(Math.max(0, length - 2));
        return length >= 2;
    }

    /** Of the codes from C0 to CF, three are tables or reserved. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
