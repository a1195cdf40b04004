package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartHeadersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "name=\"a\" ~ a",
                "name=a ~ a",
                "NAME = \"a b\" ; x=y ~ a b",
                "name=\"a;b=c\" ~ a;b=c",
                "name=\"a\\\"b\\\\c\\d\" ~ a\"b\\c\\d",
                "name=\"a%22b%2Bc%%\" ~ a\"b%2Bc%%",
                "name=\"\" ~ ``",
                "; ;name=\"请填写用户名\"; ~ 请填写用户名"
            })
    void name_ofDisposition(String parameters, String name) {
        assertEquals(name, disposition(parameters).name());
    }

    @Test
    void name_ofABrowsersLineBreak() {
        assertEquals("a\r\nb", disposition("name=\"a%0D%0Ab\"").name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "filename=\"a.txt\" ~ a.txt",
                "filename=\"\\\\server\\share\\a.txt\" ~ \\server\\share\\a.txt",
                "filename=my file.txt ~ my file.txt",
                "filename=\"\" ~ ``",
                "filename=\"e.txt\"; filename*=UTF-8''%E4%BD%A0.txt ~ 你.txt",
                "filename*=utf-8'en'%e2%82%ac.txt ~ €.txt",
                "filename*=ISO-8859-1''caf%E9.txt ~ café.txt",
                "filename=\"e.txt\"; filename*=UTF-8''%E4%B ~ e.txt",
                "filename=\"e.txt\"; filename*=UTF-8''%zz ~ e.txt",
                "filename=\"e.txt\"; filename*=UTF-7''a ~ e.txt",
                "filename=\"\"; filename*=nothing ~ ``",
                "filename*=UTF-8'' ~ ``"
            })
    void filename_ofDisposition(String parameters, String filename) {
        assertEquals(filename, disposition("name=f; " + parameters).filename());
    }

    /** It names a file: the bytes are not those of a field where none was chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"filename*=nothing", "filename*=UTF-8''100%.txt", "filename*=KOI8-R''a.txt"})
    void extendedNameThatCannotBeRead_isAFileAllTheSame(String parameter) {
        assertEquals("file", disposition("name=f; " + parameter).filename());
    }

    @Test
    void filename_ofATextIsNull() {
        assertNull(disposition("name=a").filename());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name=\"a",
                "form-data; name=\"a\\\"",
                "form-data; name=\"a\"b",
                "form-data; name=\"a\"; name=\"b\"",
                "form-data; name",
                "form-data; =a",
                "form-data; x; name=a",
                "attachment; name=\"a\"",
                ""
            })
    void disposition_thatParsersCouldReadInTwoWays_isRefused(String disposition) {
        assertThrows(UploadException.class, () -> new PartHeaders(disposition, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "image/PNG, image/png",
        "text/plain; charset=utf-8, text/plain",
        "'', application/octet-stream",
        "nonsense, application/octet-stream",
        "<b>/x, application/octet-stream"
    })
    void mimetype_ofContentType(String type, String mimetype) {
        assertEquals(mimetype, new PartHeaders("form-data; name=a", type, null).mimetype());
    }

    @Test
    void defaults_ofAPartThatSaysNoMore() {
        PartHeaders headers = disposition("name=a");
        assertEquals("text/plain", headers.mimetype());
        assertEquals("7bit", headers.encoding());
        assertEquals(StandardCharsets.UTF_8, headers.charset());
        assertEquals(List.of("Content-Disposition"), headers.names());
        assertNull(headers.get("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain;charset=ISO-8859-1, ISO-8859-1",
        "text/plain;charset=\"utf-8\", UTF-8",
        "text/plain;charset=none, UTF-8",
        "text/plain;charset=!, UTF-8"
    })
    void charset_ofContentType(String type, String charset) {
        assertEquals(
                charset,
                new PartHeaders("form-data; name=a", type, null).charset().name());
    }

    @ParameterizedTest
    @CsvSource({"BINARY, binary", "<x>, 7bit"})
    void encoding_ofTransferEncoding(String header, String encoding) {
        assertEquals(encoding, new PartHeaders("form-data; name=a", null, header).encoding());
    }

    private static PartHeaders disposition(String parameters) {
        return new PartHeaders("form-data; " + parameters, null, null);
    }
}
