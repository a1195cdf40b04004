package dev.tenon.upload.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as the JDK writes them, and as nobody should. */
class ImageSizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void picture_ofTheJdk(String format) throws Exception {
        assertEquals(new ImageSize(37, 11), of(picture(format, 37, 11)));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out), format);
        return out.toByteArray();
    }

    private static ImageSize of(byte... bytes) throws IOException {
        return ImageSize.of(new BytesContent(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "52494646240000005745425056503820000000000000009D012A25000B00, 37, 11", // lossy
        "5249464624000000574542505650384C000000002F248002000000000000, 37, 11", // lossless
        "524946462400000057454250565038580A000000000000002400000A0000, 37, 11", // extended
        "49492A0008000000020000010300010000002500000001010400010000000B00000000000000, 37, 11",
        "4D4D002A00000008000201000003000000010025000001010004000000010000000B00000000, 37, 11",
        "49492B0008000000100000000000000002000000000000000001030001000000"
                + "0000000025000000000000000101040001000000000000000B00000000000000, 37, 11",
        "4D4D002B00080000000000000000001000000000000000020100000300000000"
                + "0000000100250000000000000101000400000000000000010000000B00000000, 37, 11",
        "424D0000000000000000000000002800000025000000F5FFFFFF, 37, 11",
        "424D0000000000000000000000000C00000025000B00, 37, 11",
        "0000001C6674797061766966000000000000001400000000000000006973706500000000000000250000000B, 37, 11"
    })
    void header_ofOtherFormats(String hex, long width, long height) throws Exception {
        byte[] head = HexFormat.of().parseHex(hex);
        assertEquals(new ImageSize(width, height), of(Arrays.copyOf(head, 80)));
    }

    @Test
    void jpeg_whoseFrameComesLate() throws Exception {
        byte[] picture = picture("jpg", 37, 11);
        ByteArrayOutputStream late = new ByteArrayOutputStream();
        late.write(picture, 0, 2);
        for (int i = 0; i < 100; i++) {
            late.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) 0xFF, (byte) 0xFF});
            late.writeBytes(new byte[0xFFFD]);
        }
        late.writeBytes(new byte[] {1, 2, 3, (byte) 0xFF, (byte) 0xFF}); // which decoders pass over
        late.write(picture, 2, picture.length - 2);
        assertEquals(new ImageSize(37, 11), of(late.toByteArray()));
    }

    @Test
    void gif_ofAPictureLargerThanItsScreen() throws Exception {
        byte[] picture = picture("gif", 37, 11);
        picture[6] = 1;
        picture[8] = 1;
        assertEquals(new ImageSize(37, 11), of(picture));
    }

    @Test
    void number_ofPixelsIsNeverNegative() throws Exception {
        ByteBuffer png =
                ByteBuffer.allocate(64).putInt(0x89504E47).putInt(16, -1).putInt(20, -1);
        assertEquals(Long.MAX_VALUE, of(png.array()).pixels());
    }

    @Test
    void text_isNoPicture() throws Exception {
        assertEquals(ImageSize.NONE, of("a text".getBytes(StandardCharsets.UTF_8)));
        assertEquals(ImageSize.NONE, of());
    }

    /** However it is cut or damaged, it is read to some end. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void picture_cutAndDamagedAnywhere(String format) throws Exception {
        byte[] picture = picture(format, 37, 11);
        Random random = new Random(7);
        for (int cut = 0; cut < Math.min(picture.length, 700); cut++) {
            of(Arrays.copyOf(picture, cut));
            byte[] damaged = picture.clone();
            damaged[cut] = (byte) random.nextInt();
            of(damaged);
        }
    }

    @Test
    void tiff_whoseDirectoriesGoInACircle_isReadOnce() throws Exception {
        int entries = 0xFFFF;
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 2 + entries * 12 + 4).putInt(0x4D4D002A).putInt(8);
        tiff.putShort((short) entries).putInt(tiff.capacity() - 4, 8);
        AtomicInteger reads = new AtomicInteger();
        BytesContent content = new BytesContent(tiff.array());
        ImageSize.of(new RandomContent() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public InputStream open(long from) {
                reads.incrementAndGet();
                return content.open(from);
            }
        });
        assertTrue(reads.get() < 10, reads::toString);
    }
}
