package dev.tenon.upload.content;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Finds the frame header of a JPEG file (ITU-T T.81, annex B), wherever other segments push it. */
final class JpegSize {
    private JpegSize() {}

    static ImageSize of(RandomContent file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(file.open(2), 4096))) {
            for (int marker = marker(in); ; marker = marker(in)) {
                if (isFrame(marker)) {
                    in.skipNBytes(3); // length and precision
                    int height = in.readUnsignedShort();
                    return new ImageSize(in.readUnsignedShort(), height);
                }
                if (hasSegment(marker)) {
                    in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
                }
            }
        } catch (EOFException e) {
            return ImageSize.NONE;
        }
    }

    /** As decoders do, passes over what is no marker. */
    private static int marker(DataInputStream in) throws IOException {
        int marker;
        do {
            while (in.readUnsignedByte() != 0xFF) {
                // not yet
            }
            marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
        } while (marker == 0);
        return marker;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean hasSegment(int marker) {
        return marker != 0x01 && (marker < 0xD0 || marker > 0xD9);
    }
}
