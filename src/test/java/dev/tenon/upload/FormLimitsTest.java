package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a form may bring: the limit itself, and nothing above. */
class FormLimitsTest extends FormTestCase {
    @Test
    void header_longerThanTheWindowAllows() throws Exception {
        byte[] body = MultipartText.body().file("f", "x".repeat(100_000), "1").end();
        assertEquals(UploadCode.LIMIT_HEADER_SIZE, refusal(body).code());
    }

    @Test
    void headers_tooMany() throws Exception {
        String headers = "\r\nX: y".repeat(15);
        String disposition = "Content-Disposition: form-data; name=a";
        parse(MultipartText.body().part(disposition + headers, "1").end());
        byte[] oneMore = MultipartText.body()
                .part(disposition + headers + "\r\nX: y", "1")
                .end();
        UploadException refusal = refusal(oneMore);
        assertEquals(UploadCode.LIMIT_HEADER_PAIRS, refusal.code());
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT_FILE_SIZE, b",
        "LIMIT_FILE_COUNT, b",
        "LIMIT_FIELD_VALUE, yy",
        "LIMIT_FIELD_COUNT, x",
        "LIMIT_FIELD_KEY, yy",
        "LIMIT_PART_COUNT, "
    })
    void limit_atIsAllowedAndOneAboveIsNot(UploadCode code, String field) throws Exception {
        byte[] body = MultipartText.body()
                .file("a", "1", "123")
                .field("yy", "1234")
                .file("b", "2", "12345")
                .field("x", "1")
                .end();
        Consumer<UploadLimits.Builder> exact = limits -> limits.fileSize(5)
                .files(2)
                .fields(2)
                .fieldSize(4)
                .fieldNameSize(2)
                .parts(4);
        parse(body, exact).discard();
        UploadException refusal = refusal(body, exact.andThen(oneLess(code)));
        assertEquals(code, refusal.code());
        assertEquals(field, refusal.field());
        assertEquals(413, refusal.problem().status());
        assertEquals(code.name(), refusal.problem().extensions().get("code"));
    }

    private static Consumer<UploadLimits.Builder> oneLess(UploadCode code) {
        return limits -> {
            switch (code) {
                case LIMIT_FILE_SIZE -> limits.fileSize(4);
                case LIMIT_FILE_COUNT -> limits.files(1);
                case LIMIT_FIELD_VALUE -> limits.fieldSize(3);
                case LIMIT_FIELD_COUNT -> limits.fields(1);
                case LIMIT_FIELD_KEY -> limits.fieldNameSize(1);
                default -> limits.parts(3);
            }
        };
    }

    @Test
    void fileSize_holdsAcrossWindows() throws Exception {
        int size = 3 * MultipartReader.WINDOW + 17;
        byte[] body = MultipartText.body().file("f", "a.bin", random(size)).end();
        UploadForm form = parse(body, limits -> limits.fileSize(size));
        assertEquals(size, content(form).length);
        form.discard();
        UploadException refusal = refusal(body, limits -> limits.fileSize(size - 1));
        assertEquals(UploadCode.LIMIT_FILE_SIZE, refusal.code());
        assertEquals("a.bin", refusal.filename());
    }

    @Test
    void fileSize_holdsForAFileWithoutAName() throws Exception {
        byte[] body = MultipartText.body().file("f", "", "123").end();
        assertEquals(
                UploadCode.LIMIT_FILE_SIZE,
                refusal(body, limits -> limits.fileSize(2)).code());
    }

    @Test
    void fields_byTheThousand() throws Exception {
        MultipartText text = MultipartText.body();
        for (int i = 0; i < 20_000; i++) {
            text.field("f" + i, "v");
        }
        byte[] body = text.end();
        assertEquals(UploadCode.LIMIT_FIELD_COUNT, refusal(body).code());
        Consumer<UploadLimits.Builder> many = limits -> limits.fields(20_000).parts(20_000);
        assertEquals(20_000, parse(body, many).fields().size());
    }

    @ParameterizedTest
    @CsvSource({"'', LIMIT_PART_COUNT", "a, LIMIT_FILE_COUNT"})
    void emptyFiles_byTheThousand(String filename, UploadCode code) throws Exception {
        MultipartText text = MultipartText.body();
        for (int i = 0; i < 5_000; i++) {
            text.file("f", filename, "");
        }
        assertEquals(code, refusal(text.end()).code());
    }

    @Test
    void upload_refusesFilesThatAreNotExpected() throws Exception {
        byte[] two =
                MultipartText.body().file("a", "1", "1").file("a", "2", "2").end();
        UploadForm form = parse(two, Upload.array("a", 2));
        assertEquals(2, form.files().size());
        form.discard();
        for (Upload upload : List.of(Upload.single("a"), Upload.array("a", 1), Upload.single("b"), Upload.none())) {
            UploadException refusal = assertThrows(UploadException.class, () -> parse(two, upload));
            assertEquals(UploadCode.LIMIT_UNEXPECTED_FILE, refusal.code());
            assertEquals("a", refusal.field());
            assertEquals(400, refusal.problem().status());
            assertEquals(List.of(), Folders.names(folder));
        }
    }

    /** Tomcat 11.0.8 counted in an int (CVE-2025-52520). */
    @Test
    void fileSize_aboveTwoGigabytes_isCountedRightly() throws Exception {
        long size = Integer.MAX_VALUE + 10L;
        assertEquals(size, discarded(size, size).file().orElseThrow().size());
        UploadException refusal = assertThrows(UploadException.class, () -> discarded(size, size - 1));
        assertEquals(UploadCode.LIMIT_FILE_SIZE, refusal.code());
    }

    /** Returns a form with a file of so many zeros, which nobody keeps. */
    private static UploadForm discarded(long size, long limit) throws IOException {
        String head = "--" + MultipartText.BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n";
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(bytes(head)),
                new Zeros(size),
                new ByteArrayInputStream(bytes("\r\n--" + MultipartText.BOUNDARY + "--")))));
        UploadStorage nowhere = (file, content) ->
                new NotKept("f", content.transferTo(OutputStream.nullOutputStream()), new ArrayList<>());
        return parse(body, options -> options.storage(nowhere).limits(limits -> limits.fileSize(limit)));
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one byte at a time is slow");
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int some = (int) Math.min(left, length);
            left -= some;
            Arrays.fill(bytes, from, from + some, (byte) 0);
            return some == 0 ? -1 : some;
        }
    }
}
