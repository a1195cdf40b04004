package dev.tenon.upload.content;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Walks through the blocks of a GIF file: some decoders go by the size of each picture, not by that of the screen. */
final class GifSize {
    private GifSize() {}

    static ImageSize of(RandomContent file) throws IOException {
        ImageSize size = ImageSize.NONE;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(file.open(6), 64 << 10))) {
            size = size(in);
            int flags = in.readUnsignedByte();
            in.skipNBytes(2L + colors(flags));
            for (int block = in.readUnsignedByte(); block == 0x21 || block == 0x2C; block = in.readUnsignedByte()) {
                if (block == 0x2C) {
                    in.skipNBytes(4);
                    size = size.max(size(in));
                    in.skipNBytes(colors(in.readUnsignedByte()));
                }
                in.skipNBytes(1); // code size of a picture, label of an extension
                skipBlocks(in);
            }
        } catch (EOFException e) {
            // what came before counts
        }
        return size;
    }

    private static ImageSize size(DataInputStream in) throws IOException {
        return new ImageSize(Bytes.u16LittleEndian(in), Bytes.u16LittleEndian(in));
    }

    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private static void skipBlocks(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }
}
