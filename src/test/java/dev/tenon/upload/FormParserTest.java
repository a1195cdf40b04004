package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body becomes, however it arrives. */
class FormParserTest extends FormTestCase {
    @Test
    void form_ofFieldsAndFiles() throws Exception {
        byte[] body = MultipartText.body()
                .field("uname", "请填写用户名")
                .field("tag", "a")
                .file("file", "a.txt", "hello")
                .field("tag", "")
                .file("other", "你好.bin", new byte[] {0, -1, '\r', '\n', '-', '-'})
                .end();
        UploadForm form = parse(body);
        assertEquals(Map.of("uname", List.of("请填写用户名"), "tag", List.of("a", "")), form.fields());
        assertEquals("a", form.field("tag").orElseThrow());
        assertEquals(
                List.of("a.txt", "你好.bin"),
                form.files().stream().map(UploadedFile::originalname).toList());
        assertArrayEquals(
                new byte[] {0, -1, '\r', '\n', '-', '-'},
                Files.readAllBytes(form.file("other").orElseThrow().path()));
    }

    @Test
    void file_hasMultersKeys() throws Exception {
        UploadedFile file = parse(MultipartText.body()
                        .part(
                                "content-disposition:form-data; name=f; filename=\"C:\\a\\b.PNG\"\r\n"
                                        + "CONTENT-TYPE:  Image/PNG; q=1 \r\nX-Other: \u00e9\r\nContent-Transfer-Encoding: Binary",
                                "12345")
                        .end())
                .file()
                .orElseThrow();
        assertEquals("f", file.fieldname());
        assertEquals("b.PNG", file.originalname());
        assertEquals("binary", file.encoding());
        assertEquals("image/png", file.mimetype());
        assertEquals(5, file.size());
        assertEquals(folder, file.destination());
        assertEquals(folder.resolve(file.filename()), file.path());
        assertEquals("Image/PNG; q=1", file.getContentType());
        assertEquals(List.of("Binary"), file.getHeaders("content-transfer-encoding"));
        assertEquals(List.of(), file.getHeaders("X-Other"));
    }

    @Test
    void file_isAPartThatCanBeMovedOut() throws Exception {
        UploadedFile file =
                parse(MultipartText.body().file("f", "a", "12345").end()).file().orElseThrow();
        assertEquals("12345", new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        file.write("kept");
        file.delete();
        assertEquals(List.of("kept"), Folders.names(folder));
    }

    @Test
    void discard_deletesEveryFile() throws Exception {
        UploadForm form = parse(
                MultipartText.body().file("f", "a", "1").file("f", "b", "2").end());
        assertEquals(2, Folders.names(folder).size());
        form.discard();
        form.discard();
        assertEquals(List.of(), Folders.names(folder));
    }

    @Test
    void file_thatWasNotChosen_isNone() throws Exception {
        UploadForm form =
                parse(MultipartText.body().file("f", "", "").field("a", "b").end());
        assertEquals(List.of(), form.files());
        assertEquals("b", form.field("a").orElseThrow());
    }

    @Test
    void text_inACharsetOfItsOwn() throws Exception {
        byte[] latin1 = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = MultipartText.body()
                .part("Content-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=ISO-8859-1", latin1)
                .end();
        assertEquals("caf\u00e9", parse(body).field("a").orElseThrow());
    }

    @Test
    void preambleAndEpilogueAndPadding_areIgnored() throws Exception {
        String head = "--" + MultipartText.BOUNDARY + " \t \r\nContent-Disposition: form-data; name=a\r\n\r\n";
        byte[] body = bytes("preamble\r\n--other\r\n" + "\r\n" + head + "value\r\n--" + MultipartText.BOUNDARY
                + "-- \r\nepilogue\r\n--" + MultipartText.BOUNDARY + "\r\n");
        assertEquals(Map.of("a", List.of("value")), parse(body).fields());
    }

    @Test
    void form_withoutParts_isEmpty() throws Exception {
        assertEquals(Map.of(), parse(MultipartText.body().end()).fields());
    }

    @Test
    void part_withoutABody_isEmpty() throws Exception {
        String head = "--" + MultipartText.BOUNDARY + "\r\nContent-Disposition: form-data; name=";
        byte[] body = bytes(head + "a\r\n\r\n" + head + "b\r\n\r\nB\r\n--" + MultipartText.BOUNDARY + "--");
        assertEquals(Map.of("a", List.of(""), "b", List.of("B")), parse(body).fields());
    }

    @Test
    void multipart_withinAPart_isItsContent() throws Exception {
        byte[] inner = new MultipartText("inner").field("x", "y").end();
        UploadForm form = parse(MultipartText.body().file("f", "a", inner).end());
        assertArrayEquals(inner, content(form));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8192, 65535, 65536, 65537})
    void body_inPiecesOfAnySize_isTheSame(int piece) throws Exception {
        byte[] content = random(300_000);
        byte[] body = MultipartText.body()
                .field("a", "1")
                .file("f", "a", content)
                .field("b", "2")
                .end();
        UploadForm form = parse(new Trickle(body, body.length, piece));
        assertEquals(Map.of("a", List.of("1"), "b", List.of("2")), form.fields());
        assertArrayEquals(content, content(form));
    }

    @Test
    void boundary_atEveryPlaceOfTheWindow() throws Exception {
        int head = MultipartText.body().file("f", "a", "").open().length;
        for (int shift = -120; shift <= 40; shift++) {
            byte[] content = random(MultipartReader.WINDOW - head + shift);
            UploadForm form = parse(
                    MultipartText.body().file("f", "a", content).field("b", "2").end());
            assertArrayEquals(content, content(form));
            assertEquals("2", form.field("b").orElseThrow());
            form.discard();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r", "\n", "\r\n", "\r\n-", "\r\n--", "\r\n--" + MultipartText.BOUNDARY_BUT_ONE, "-", "W", "gW"
            })
    void content_thatLooksLikeABoundary_isKept(String piece) throws Exception {
        byte[] content = bytes(piece.repeat(2_000_000 / piece.length()));
        UploadForm form = parse(MultipartText.body().file("f", "a", content).end());
        assertArrayEquals(content, content(form));
    }

    @Test
    void names_thatMeanSomethingElsewhere_areOnlyNames() throws Exception {
        UploadForm form = parse(MultipartText.body()
                .field("__proto__", "1")
                .field("a[b][0][]", "2")
                .field("a[99]", "3")
                .end());
        assertEquals(List.of("2"), form.fields().get("a[b][0][]"));
        assertEquals(3, form.fields().size());
    }

    @Test
    void storage_thatLeavesBytes_doesNotDisturbTheNextPart() throws Exception {
        UploadStorage lazy = (file, content) -> UploadStorage.disk(folder).store(file, InputStream.nullInputStream());
        byte[] body = MultipartText.body()
                .file("a", "1", random(200_000))
                .field("b", "2")
                .end();
        UploadForm form = parse(body, lazy);
        assertEquals("2", form.field("b").orElseThrow());
    }
}
