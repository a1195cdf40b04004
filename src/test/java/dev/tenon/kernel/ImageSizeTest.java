package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void read_whatJavaDraws_isItsSize(String format) throws IOException {
        assertEquals(Optional.of(new ImageSize(331, 47)), read(picture(format, 331, 47)));
    }

    @ParameterizedTest
    @CsvSource({
        // lossy, lossless and extended, as cwebp writes them
        "52494646240000005745425056503820180000003001009D012A0A00140001402625A400037000FEFB940000, 10, 20",
        "524946461A000000574542505650384C0D0000002F09C00400100711118888FE0700, 10, 20",
        "524946460000000057454250565038580A0000001000000089020063000000, 650, 100",
        // the first BMP
        "424D1A000000000000001A0000000C00000005000700010018000000, 5, 7",
        // rows from the top
        "424D460000000000000036000000280000000300000 0FEFFFFFF0100180000000000, 3, 2"
    })
    void read_bytesOfAFormat_isItsSize(String hex, int width, int height) throws IOException {
        assertEquals(Optional.of(new ImageSize(width, height)), read(HEX.parseHex(hex.replace(" ", ""))));
    }

    @Test
    void read_jpegWithProfilesAndFillBytes_findsTheFrame() throws IOException {
        byte[] picture = picture("jpg", 640, 480);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        for (int i = 0; i < 20; i++) {
            bytes.write(HEX.parseHex("FFFFFFE2FFFF"));
            bytes.write(new byte[65_533]);
        }
        bytes.write(picture, 2, picture.length - 2);
        assertEquals(Optional.of(new ImageSize(640, 480)), read(bytes.toByteArray()));
    }

    @Test
    void read_endlessJpeg_stops() throws IOException {
        CountedFill fill = new CountedFill();
        assertTrue(ImageSize.read(fill).isEmpty());
        assertTrue(fill.read < 6 << 20, fill.read + " bytes");
    }

    @Test
    void read_hugeClaim_costsNothing() throws IOException {
        byte[] bomb = picture("png", 1, 1);
        Arrays.fill(bomb, 16, 24, (byte) 0x7F);
        assertEquals(0x7F7F7F7FL * 0x7F7F7F7FL, read(bomb).orElseThrow().pixels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void read_cutAnywhere_isEmptyOrTheSize(String format) throws IOException {
        byte[] whole = picture(format, 33, 44);
        for (int length = 0; length < Math.min(whole.length, 700); length++) {
            Optional<ImageSize> size = read(Arrays.copyOf(whole, length));
            assertTrue(size.isEmpty() || size.get().equals(new ImageSize(33, 44)), format + " of " + length);
        }
    }

    @Test
    void read_anyBytesAfterASignature_neverThrows() throws IOException {
        Random random = new Random(7);
        for (String signature : new String[] {"89504E470D0A1A0A", "FFD8FF", "474946383961", "424D"}) {
            for (int i = 0; i < 2_000; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                byte[] start = HEX.parseHex(signature);
                System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
                read(bytes).ifPresent(size -> assertTrue(size.pixels() > 0));
            }
        }
    }

    private static Optional<ImageSize> read(byte[] bytes) throws IOException {
        return ImageSize.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), format, bytes);
        return bytes.toByteArray();
    }

    /** The start of a JPEG, and then nothing but fill bytes. */
    private static final class CountedFill extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return read == 2 ? 0xD8 : 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
