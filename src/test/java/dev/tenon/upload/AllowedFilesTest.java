package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a form may bring: by field, by filter, by extension and content. */
class AllowedFilesTest extends FormTestCase {
    private static final String PNG = "\u0089PNG\r\n\u001a\n...";

    @Test
    void detectedType_isThatOfTheBytes_whateverTheNameSays() throws Exception {
        UploadForm form = parse(MultipartText.body()
                .file("a", "a.txt", latin1(PNG))
                .file("b", "b.png", "text")
                .end());
        assertEquals(Optional.of("image/png"), form.files().get(0).detectedType());
        assertEquals(Optional.empty(), form.files().get(1).detectedType());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 200_000})
    void sha256_isThatOfTheBytes(int size) throws Exception {
        byte[] bytes = random(size);
        UploadForm form = parseWith(
                options -> options.sha256(true),
                MultipartText.body().file("f", "a", bytes).end());
        assertEquals(Optional.of(sha256(bytes)), form.files().get(0).sha256());
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void sha256_isNotMadeUnlessAskedFor() throws Exception {
        UploadForm form = parse(MultipartText.body().file("f", "a", "1").end());
        assertEquals(Optional.empty(), form.files().get(0).sha256());
    }

    @Test
    void extensions_letThroughWhatTheyName() throws Exception {
        UploadForm form = parseWith(
                AllowedFilesTest::pictures,
                MultipartText.body()
                        .file("f", "a.Png", latin1(PNG))
                        .file("f", "b.txt", "no signature")
                        .end());
        assertEquals(2, form.files().size());
    }

    @ParameterizedTest
    @CsvSource({
        "a.gif, GIF89a",
        "png, x",
        "a.png.jsp, x",
        "a.png, no signature",
        "a.png, ''",
        "a.txt, <html><script>",
        "a.jpg, GIF89a"
    })
    void extensions_refuseWhatTheyDoNotName_andWhatOnlyPretends(String name, String content) throws Exception {
        byte[] body = MultipartText.body()
                .file("f", "before.txt", "is deleted again")
                .file("f", name, content)
                .end();
        UploadException refusal =
                assertThrows(UploadException.class, () -> parseWith(AllowedFilesTest::pictures, body));
        assertEquals(UploadCode.UNSUPPORTED_FILE_TYPE, refusal.code());
        assertEquals(415, refusal.problem().status());
        assertEquals(name, refusal.filename());
        assertEquals(List.of(), Folders.names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "*", "../x"})
    void extensions_thatAreNone_areRefused(String extension) {
        assertThrows(
                IllegalArgumentException.class, () -> UploadOptions.builder().extensions(extension));
    }

    @Test
    void fields_haveRulesOfTheirOwn() throws Exception {
        Upload upload =
                Upload.fields(UploadField.of("avatar", 1).fileSize(11).extensions("png"), UploadField.of("papers", 2));
        byte[] body = MultipartText.body()
                .file("papers", "a", random(100))
                .file("avatar", "a.png", latin1(PNG))
                .file("papers", "b", "2")
                .end();
        UploadForm form = parse(body, upload);
        assertEquals(3, form.files().size());
        form.discard();
        assertEquals(UploadCode.LIMIT_FILE_SIZE, refusal("avatar", "a.png", PNG + ".", upload));
        assertEquals(UploadCode.UNSUPPORTED_FILE_TYPE, refusal("avatar", "a.gif", "GIF89a", upload));
        assertEquals(UploadCode.LIMIT_UNEXPECTED_FILE, refusal("other", "a", "1", upload));
    }

    private static void pictures(UploadOptions.Builder options) {
        options.extensions("PNG", ".jpg", "txt");
    }

    private UploadCode refusal(String field, String name, String content, Upload upload) throws Exception {
        byte[] body = MultipartText.body().file(field, name, latin1(content)).end();
        UploadException refusal = assertThrows(UploadException.class, () -> parse(body, upload));
        assertEquals(List.of(), Folders.names(folder));
        return refusal.code();
    }

    @Test
    void fields_namedTwice_areRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Upload.fields(UploadField.of("a", 1), UploadField.of("a", 2)));
    }

    @Test
    void fileFilter_seesTheFileBeforeItsBytes_andPassesOver() throws Exception {
        List<IncomingFile> seen = new ArrayList<>();
        UploadForm form = parseWith(
                options -> options.fileFilter((request, file) ->
                        seen.add(file) && !file.originalname().startsWith("skip")),
                MultipartText.body()
                        .file("f", "skip.txt", random(200_000))
                        .file("f", "keep.txt", "1")
                        .end());
        assertEquals(
                List.of("keep.txt"),
                form.files().stream().map(UploadedFile::originalname).toList());
        assertEquals(
                List.of("skip.txt", "keep.txt"),
                seen.stream().map(IncomingFile::originalname).toList());
        assertEquals(1, Folders.names(folder).size());
    }

    @Test
    void fileFilter_mayPassOverWhatIsNotAllowed() throws Exception {
        UploadForm form = parseWith(
                options -> options.extensions("txt")
                        .fileFilter((request, file) -> !file.originalname().startsWith("~")),
                MultipartText.body()
                        .file("f", "~a.tmp", "1")
                        .file("f", "a.txt", "2")
                        .end());
        assertEquals(1, form.files().size());
    }

    @Test
    void fileFilter_thatRefuses_refusesTheForm() throws Exception {
        byte[] body =
                MultipartText.body().file("f", "a", "1").file("f", "b", "2").end();
        UploadException refusal = assertThrows(
                UploadException.class,
                () -> parseWith(
                        options -> options.fileFilter((request, file) -> {
                            if (file.originalname().equals("b")) {
                                throw UploadException.refused(file, "No second letter, please");
                            }
                            return true;
                        }),
                        body));
        assertEquals(UploadCode.FILE_REFUSED, refusal.code());
        assertEquals("No second letter, please", refusal.problem().detail());
        assertEquals(List.of(), Folders.names(folder));
    }

    @Test
    void storage_thatLeavesBytesUnread_hidesNothingFromTheRules() throws Exception {
        List<String> removed = new ArrayList<>();
        UploadStorage first = (file, content) -> {
            content.readNBytes(1);
            return new NotKept(file.originalname(), 1, removed);
        };
        byte[] body = MultipartText.body().file("f", "a", new byte[11 << 20]).end();
        assertEquals(
                UploadCode.LIMIT_FILE_SIZE,
                assertThrows(UploadException.class, () -> parse(body, first)).code());
        assertEquals(List.of("a"), removed);
    }

    @Test
    void storage_thatTakesNoNoticeOfARefusal_hearsItAgain() {
        UploadStorage deaf = (file, content) -> {
            assertThrows(UploadException.class, content::readAllBytes);
            content.readAllBytes();
            throw new AssertionError("read on");
        };
        byte[] body = MultipartText.body().file("f", "a", new byte[11 << 20]).end();
        assertThrows(UploadException.class, () -> parse(body, deaf));
    }

    @Test
    void memory_keepsTheBytesAtHand() throws Exception {
        UploadForm form = parse(MultipartText.body().file("f", "a", "123").end(), UploadStorage.memory());
        assertEquals("123", new String(form.files().get(0).buffer(), StandardCharsets.UTF_8));
        assertTrue(Folders.names(folder).isEmpty());
    }

    @Test
    void preservePath_keepsTheFolders_butNoWayUp() throws Exception {
        byte[] body = MultipartText.body()
                .file("f", "../photos\\2026/./con/a?.png", "1")
                .end();
        UploadForm form = parseWith(options -> options.preservePath(true), body);
        assertEquals("photos/2026/_con/a_.png", form.files().get(0).originalname());
    }

    @Test
    void defParamCharset_readsNamesOfOldClients() throws Exception {
        byte[] body = latin1(new String(
                MultipartText.body().file("f", "M\u00fcller.txt", "1").end(), StandardCharsets.UTF_8));
        UploadForm form = parseWith(options -> options.defParamCharset(StandardCharsets.ISO_8859_1), body);
        assertEquals("M\u00fcller.txt", form.files().get(0).originalname());
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
