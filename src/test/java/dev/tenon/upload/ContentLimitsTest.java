package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures and archives that say that they are too large, in forms. */
class ContentLimitsTest extends FormTestCase {
    @Test
    void picture_upToTheLimitAndBeyond() throws Exception {
        byte[] picture = picture(20, 10);
        parse(form(picture), limits -> limits.imagePixels(200));
        assertRefused(UploadCode.LIMIT_IMAGE_PIXELS, picture, limits -> limits.imagePixels(199));
    }

    private void assertRefused(UploadCode code, byte[] file, Consumer<UploadLimits.Builder> limits) throws IOException {
        for (String name : Folders.names(folder)) {
            Files.delete(folder.resolve(name));
        }
        UploadException refusal = refusal(form(file), limits);
        assertEquals(code, refusal.code(), refusal.problem()::detail);
        assertEquals("f", refusal.field());
        assertEquals("a", refusal.filename());
        assertEquals(413, refusal.problem().status());
    }

    private static byte[] form(byte... file) {
        return MultipartText.body().file("f", "a", file).end();
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void pictureBomb_isRefusedByDefault() throws Exception {
        byte[] bomb = picture(1, 1);
        bomb[18] = 0x7F; // the width
        bomb[22] = 0x7F; // the height
        assertRefused(UploadCode.LIMIT_IMAGE_PIXELS, bomb, limits -> {});
    }

    /** Where no extensions are listed, its kind is not asked for; who unpacks it does not mind the byte before it. */
    /** As far behind the end as a number of BigTIFF reaches, which overflows. */
    @Test
    void pictureWhoseDirectoryIsNowhere_isNoErrorOfTheServer() throws Exception {
        byte[] tiff = HexFormat.of().parseHex("49492B0008000000FFFFFFFFFFFFFF7F");
        parse(form(tiff), limits -> {});
    }

    @Test
    void archiveBehindAByte_isRefused_too() throws Exception {
        byte[] zip = zip(3, 1000);
        byte[] behind = new byte[zip.length + 1];
        System.arraycopy(zip, 0, behind, 1, zip.length);
        parse(form(behind), limits -> limits.archiveEntries(3));
        assertRefused(UploadCode.LIMIT_ARCHIVE_ENTRIES, behind, limits -> limits.archiveEntries(2));
    }

    @Test
    void archive_upToTheLimitsAndBeyond() throws Exception {
        byte[] zip = zip(3, 1000);
        parse(form(zip), limits -> limits.archiveEntries(3).archiveSize(3000));
        assertRefused(UploadCode.LIMIT_ARCHIVE_ENTRIES, zip, limits -> limits.archiveEntries(2));
        assertRefused(UploadCode.LIMIT_ARCHIVE_SIZE, zip, limits -> limits.archiveSize(2999));
    }

    private static byte[] zip(int entries, int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("file" + i));
                zip.write(new byte[length]);
            }
        }
        return out.toByteArray();
    }

    /** Zeros pack a thousand times smaller; a little file may. */
    @Test
    void archive_thatPacksTooWell() throws Exception {
        parse(form(zip(1, 1 << 20)));
        assertRefused(UploadCode.LIMIT_ARCHIVE_SIZE, zip(1, (1 << 20) + 1), limits -> {});
        parse(form(zip(1, (1 << 20) + 1)), limits -> limits.archiveRatio(2000));
        assertRefused(UploadCode.LIMIT_ARCHIVE_SIZE, gzip(2 << 20), limits -> {});
    }

    private static byte[] gzip(int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[length]);
        }
        return out.toByteArray();
    }

    /** Many entries of one and the same file: what little there is unpacks again and again. */
    @Test
    void archive_whoseFilesOverlap() throws Exception {
        byte[] zip = zip(2, 10);
        int directory = zip.length - 22 - 2 * (46 + "file0".length());
        zip[directory + 21] = 0x40; // packed: 16 KiB more than there is
        assertRefused(UploadCode.LIMIT_ARCHIVE_SIZE, zip, limits -> {});
    }

    @Test
    void archive_thatNobodyCanRead() throws Exception {
        assertRefused(UploadCode.LIMIT_ARCHIVE_SIZE, bytes("PK\3\4 and no more"), limits -> {});
    }

    @Test
    void scanner_hearsOfEachFileBeforeItIsThere() throws Exception {
        List<String> heard = new ArrayList<>();
        FileScanner scanner = (file, content) -> heard.add(file.originalname() + " " + content.size() + " "
                + Folders.names(folder).size());
        parseWith(
                options -> options.scanner(scanner.andThen((file, content) -> heard.add("second"))),
                MultipartText.body().file("f", "a", "12345").file("g", "b", "").end());
        assertEquals(List.of("a 5 1", "second", "b 0 2", "second"), heard);
    }

    @Test
    void scanner_thatRefuses_leavesNothingOfTheForm() throws Exception {
        byte[] body =
                MultipartText.body().file("f", "a", "1").file("g", "b", "2").end();
        UploadException refusal = assertThrows(
                UploadException.class,
                () -> parseWith(
                        options -> options.scanner((file, content) -> {
                            if (file.originalname().equals("b")) {
                                throw UploadException.infected(file, "Eicar");
                            }
                        }),
                        body));
        assertEquals(UploadCode.FILE_INFECTED, refusal.code());
        assertEquals(422, refusal.problem().status());
        assertEquals(List.of(), Folders.names(folder));
    }
}
