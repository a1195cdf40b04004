package dev.tenon.upload.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveSizeTest {
    @Test
    void zip_addsUpItsEntries() throws Exception {
        ArchiveSize size = of(zip(3, 100_000));
        assertEquals(3, size.entries());
        assertEquals(300_000, size.unpacked());
    }

    private static byte[] zip(int entries, int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("a comment");
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("file" + i));
                zip.write(new byte[length]);
            }
        }
        return out.toByteArray();
    }

    private static ArchiveSize of(byte... bytes) throws IOException {
        return ArchiveSize.of(new BytesContent(bytes), 70_000);
    }

    /** More than 65,535 entries do not fit without ZIP64. */
    @Test
    void zip64_addsUpItsEntries() throws Exception {
        ArchiveSize size = of(zip(66_000, 1));
        assertEquals(66_000, size.entries());
        assertEquals(66_000, size.unpacked());
    }

    @Test
    void zip_ofMoreEntriesThanAllowed_isNotReadToItsEnd() throws Exception {
        assertEquals(11, ArchiveSize.of(new BytesContent(zip(1000, 1)), 10).entries());
    }

    @Test
    void zip64_sizesStandInTheExtraField() throws Exception {
        byte[] zip = directory(ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(1L << 40)
                .putLong(5)
                .array());
        assertEquals(new ArchiveSize(1, 5, 1L << 40), of(zip));
    }

    /** One entry whose sizes are in the extra field; its file is not there. */
    private static byte[] directory(byte... extra) {
        ByteBuffer zip = ByteBuffer.allocate(4 + 46 + extra.length + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.put("PK\3\4PK\1\2".getBytes(StandardCharsets.ISO_8859_1));
        zip.putInt(4 + 20, -1).putInt(4 + 24, -1).putShort(4 + 30, (short) extra.length);
        zip.put(50, extra);
        int end = 50 + extra.length;
        zip.put(end, "PK\5\6".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(end + 12, end - 4)
                .putInt(end + 16, 4);
        return zip.array();
    }

    @Test
    void gzip_saysItsLength() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[1_000_000]);
        }
        assertEquals(1_000_000, of(out.toByteArray()).unpacked());
    }

    @Test
    void zip_whoseDirectoryCannotBeRead() throws Exception {
        byte[] zip = zip(3, 1000);
        for (byte[] broken : new byte[][] {
            Arrays.copyOf(zip, zip.length - 40),
            "PK\3\4 and no more".getBytes(StandardCharsets.US_ASCII),
            elsewhere(zip)
        }) {
            assertThrows(UnreadableArchiveException.class, () -> of(broken));
        }
    }

    private static byte[] elsewhere(byte... zip) {
        byte[] moved = zip.clone();
        int end = moved.length - 22 - "a comment".length();
        moved[end + 19] = 0x7F;
        return moved;
    }

    @Test
    void text_isNoArchive() throws Exception {
        assertEquals(ArchiveSize.NONE, of("a text".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(ArchiveSize.NONE, of());
    }

    @Test
    void zip_damagedAnywhere_isReadOrRefused() throws Exception {
        byte[] zip = zip(3, 1000);
        Random random = new Random(7);
        for (int i = 0; i < zip.length; i++) {
            byte[] damaged = zip.clone();
            damaged[i] = (byte) random.nextInt();
            try {
                of(damaged);
            } catch (UnreadableArchiveException e) {
                assertEquals(UnreadableArchiveException.class, e.getClass()); // no other
            }
        }
    }

    /** Readers that look for the last end find nothing, others find a bomb. */
    @Test
    void zip_whoseCommentHoldsAnotherEnd_isRefused() throws Exception {
        for (int commentOfTheOther : new int[] {0, 0xFFFF}) {
            ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.put("PK\5\6".getBytes(StandardCharsets.ISO_8859_1)).putShort(20, (short) commentOfTheOther);
            byte[] zip = withComment(zip(3, 100_000), end.array());
            assertThrows(UnreadableArchiveException.class, () -> of(zip));
        }
    }

    @Test
    void zip_thatSomethingFollows_isRefused() throws Exception {
        byte[] zip = zip(3, 1000);
        assertThrows(UnreadableArchiveException.class, () -> of(Arrays.copyOf(zip, zip.length + 1)));
    }

    /** Programs look for the directory from the end: to them it is the same archive. */
    @Test
    void zipBehindSomethingElse_isAnArchiveAllTheSame() throws Exception {
        for (int before : new int[] {1, 5000, 200_000}) {
            ArchiveSize size = of(behind(new byte[before], zip(3, 100_000)));
            assertEquals(3, size.entries());
            assertEquals(300_000, size.unpacked());
        }
    }

    @Test
    void zip64BehindSomethingElse_isAnArchiveAllTheSame() throws Exception {
        assertEquals(66_000, of(behind(new byte[1], zip(66_000, 1))).entries());
    }

    /** Some programs do not mind what follows. */
    @Test
    void zipBetweenOtherThings_isAnArchive_whateverElseLooksLikeAnEnd() throws Exception {
        byte[] zip = behind(new byte[1], zip(3, 100_000));
        assertEquals(
                3,
                of(behind(zip, "x PK\5\6 PK\5\6 y".getBytes(StandardCharsets.ISO_8859_1)))
                        .entries());
    }

    @Test
    void zipBehindAGzip_isBoth() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[100]);
        }
        assertEquals(3, of(behind(out.toByteArray(), zip(3, 100_000))).entries());
    }

    @Test
    void lettersThatEndNoDirectory_areNoArchive() throws Exception {
        assertEquals(
                ArchiveSize.NONE, of(("a text about PK\5\6" + "\0".repeat(18)).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void directoriesWithoutEnd_areNotLookedFor() {
        byte[] ends = ("x" + "PK\5\6".repeat(1000)).getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(UnreadableArchiveException.class, () -> of(ends));
    }

    private static byte[] behind(byte[] first, byte... second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] withComment(byte[] zip, byte... comment) {
        int end = zip.length - "a comment".length();
        ByteBuffer longer = ByteBuffer.allocate(end + comment.length).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(zip, 0, end).put(comment).putShort(end - 2, (short) comment.length);
        return longer.array();
    }
}
