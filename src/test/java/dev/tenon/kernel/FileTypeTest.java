package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif", "bmp,image/bmp", "tiff,image/tiff"})
    void picture_ofTheJdk_isKnown(String format, String mediaType) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), format, picture));
        assertEquals(mediaType, sniff(picture.toByteArray()));
        assertTrue(FileType.sniff(picture.toByteArray()).orElseThrow().hasExtensionOf("a." + format));
    }

    @Test
    void classFile_isKnown() throws IOException {
        try (InputStream self = FileTypeTest.class.getResourceAsStream("FileTypeTest.class")) {
            assertEquals("application/java-vm", sniff(self.readAllBytes()));
        }
    }

    @Test
    void gzip_isKnown() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write('a');
        }
        assertEquals("application/gzip", sniff(bytes.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, application/zip",
        "META-INF/MANIFEST.MF, application/java-archive",
        "[Content_Types].xml word/document.xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "[Content_Types].xml xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "_rels/.rels ppt/presentation.xml, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "[Content_Types].xml other.xml, application/zip"
    })
    void zip_isToldByItsFirstEntries(String entries, String mediaType) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries.split(" ", -1)) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write('a');
            }
        }
        assertEquals(mediaType, sniff(bytes.toByteArray()));
    }

    @Test
    void zip_withAMimetype_isWhatItSays() {
        byte[] head = bytes("PK\3\4" + "\0".repeat(26) + "mimetypeapplication/vnd.oasis.opendocument.textPK");
        assertEquals("application/vnd.oasis.opendocument.text", sniff(head));
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7', application/pdf",
        "RIFF0000WEBPVP8, image/webp",
        "RIFF0000WAVEfmt, audio/wav",
        "0000ftypheic, image/heic",
        "0000ftypavif, image/avif",
        "0000ftypisom, video/mp4",
        "0000ftypqt  , video/quicktime",
        "OggS, audio/ogg",
        "ID3, audio/mpeg",
        "MZ\u0090, application/vnd.microsoft.portable-executable",
        "\u007fELF, application/x-elf",
        "'\u001aE\u00df\u00a3....webm', video/webm",
        "'\u001aE\u00df\u00a3....matroska', video/x-matroska",
        "#!/bin/sh, text/x-shellscript",
        "' <?php echo 1;', application/x-php",
        "'<%@ page %>', application/x-jsp"
    })
    void signature_isKnown(String head, String mediaType) {
        assertEquals(mediaType, sniff(bytes(head)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                "\n <?xml version='1.0'?><!-- a drawing --><!DOCTYPE svg [<!ENTITY a 'b'>]>\n<SVG width='1'>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'>"
            })
    void svg_isKnownBehindItsProlog(String text) {
        assertEquals("image/svg+xml", sniff(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals("image/svg+xml", sniff(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        assertEquals("image/svg+xml", sniff(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><p>", "\r\n<HTML>", "<!-- --><script>alert(1)</script>", "<iframe src=x>"})
    void html_isKnown(String text) {
        assertEquals("text/html", sniff(bytes(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "{\"a\":1}", "a,b\n1,2", "< b", "<", "P", "PK", "请", "BM is a good start of a sentence"
            })
    void text_hasNoSignature(String text) {
        assertEquals(Optional.empty(), FileType.sniff(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void prologThatNeverEnds_isNoMarkup_atOnce() {
        assertEquals(Optional.empty(), FileType.sniff(bytes("<!--".repeat(FileType.HEAD / 4))));
        assertEquals("application/xml", sniff(bytes("<?xml ?>" + "<!doctype [".repeat(FileType.HEAD / 12))));
    }

    @Test
    void extension_isTheLast_inLowerCase() {
        assertEquals("jsp", FileType.extension("a.jpg.JSP"));
        assertEquals("", FileType.extension("README"));
        assertEquals("", FileType.extension(".profile"));
    }

    @Test
    void extension_withAKnownSignature() {
        assertTrue(FileType.hasSignature("a.PNG"));
        assertTrue(FileType.hasSignature("a.svg"));
        assertFalse(FileType.hasSignature("a.txt"));
        assertFalse(FileType.hasSignature("png"));
    }

    private static String sniff(byte[] head) {
        return FileType.sniff(head).map(FileType::mediaType).orElse("none");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(Charset.forName("ISO-8859-1"));
    }
}
