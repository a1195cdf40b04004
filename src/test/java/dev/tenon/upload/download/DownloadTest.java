package dev.tenon.upload.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.upload.UploadStorage;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that go back to browsers, over real HTTP. */
class DownloadTest {
    private static final int SIZE = 200_000;
    private static final byte[] CONTENT = new byte[SIZE];
    private static final String TIME = "Wed, 25 Nov 2026 10:00:00 GMT";

    @TempDir
    private static Path docBase;

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        new Random(1).nextBytes(CONTENT);
        Path file = Files.write(folder.resolve("0123"), CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-25T10:00:00.123Z")));
        Files.createFile(folder.resolve("empty"));
        app = TomcatApp.at("/shop", docBase).servlet("/file", new Give()).start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    private static final class Give extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String stored = request.getParameter("stored");
            Download download = stored == null
                    ? Download.of(folder.resolve(request.getParameter("path")))
                    : Download.of(UploadStorage.stored(folder.resolve(stored)));
            if (request.getParameter("name") != null) {
                download.filename(request.getParameter("name"));
            }
            if (request.getParameter("type") != null) {
                download.type(request.getParameter("type")).inline();
            }
            download.send(request, response);
        }
    }

    private static HttpResponse<byte[]> send(String method, String query, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(app.uri("/file?" + query)).method(method, BodyPublishers.noBody());
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(String... headers) throws Exception {
        return send("GET", "path=0123", headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static String etag() throws Exception {
        return header(get(), "ETag");
    }

    @Test
    void whole_withSafeHeaders() throws Exception {
        HttpResponse<byte[]> answer = get();
        assertEquals(200, answer.statusCode());
        assertArrayEquals(CONTENT, answer.body());
        assertEquals("application/octet-stream", header(answer, "Content-Type"));
        assertEquals("attachment; filename=\"0123\"", header(answer, "Content-Disposition"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals(
                "default-src 'none'; style-src 'unsafe-inline'; sandbox", header(answer, "Content-Security-Policy"));
        assertEquals("private, no-cache", header(answer, "Cache-Control"));
        assertEquals("bytes", header(answer, "Accept-Ranges"));
        assertEquals(TIME, header(answer, "Last-Modified"));
        assertEquals(String.valueOf(SIZE), header(answer, "Content-Length"));
    }

    @Test
    void head_saysTheSameWithoutABody() throws Exception {
        HttpResponse<byte[]> answer = send("HEAD", "path=0123");
        assertEquals(200, answer.statusCode());
        assertEquals(0, answer.body().length);
        assertEquals(String.valueOf(SIZE), header(answer, "Content-Length"));
        assertEquals(etag(), header(answer, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void otherMethods_areRefused(String method) throws Exception {
        HttpResponse<byte[]> answer = send(method, "path=0123");
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", header(answer, "Allow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 0 | 1",
                "bytes=100-199 | 100 | 100",
                "Bytes=199999- | 199999 | 1",
                "bytes=100-999999999 | 100 | 199900",
                "bytes=-1 | 199999 | 1",
                "bytes=-300000 | 0 | 200000",
                "bytes=0-199999 | 0 | 200000"
            })
    void range_ofTheFile(String range, int from, int length) throws Exception {
        HttpResponse<byte[]> answer = get("Range", range);
        boolean part = length < SIZE;
        assertEquals(part ? 206 : 200, answer.statusCode());
        assertArrayEquals(Arrays.copyOfRange(CONTENT, from, from + length), answer.body());
        String expected = "bytes " + from + "-" + (from + length - 1) + "/" + SIZE;
        assertEquals(part ? expected : null, header(answer, "Content-Range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=200000-", "bytes=999999-1000000", "bytes=-0"})
    void range_beyondTheFile(String range) throws Exception {
        HttpResponse<byte[]> answer = get("Range", range);
        assertEquals(416, answer.statusCode());
        assertEquals("bytes */" + SIZE, header(answer, "Content-Range"));
        assertEquals(0, answer.body().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-1",
                "bytes=a-b",
                "bytes=",
                "bytes=-",
                "lines=1-2",
                "bytes=0-1,5-6",
                "bytes=99999999999999999999-"
            })
    void range_thatIsNoneOrSeveral_givesAll(String range) throws Exception {
        HttpResponse<byte[]> answer = get("Range", range);
        assertEquals(200, answer.statusCode());
        assertEquals(SIZE, answer.body().length);
    }

    @Test
    void emptyFile() throws Exception {
        assertEquals(200, send("GET", "path=empty").statusCode());
        assertEquals(416, send("GET", "path=empty", "Range", "bytes=0-").statusCode());
    }

    @Test
    void etag_thatTheClientHas_needsNoBody() throws Exception {
        for (String condition : new String[] {etag(), "W/" + etag(), "*", "\"other\", " + etag()}) {
            HttpResponse<byte[]> answer = get("If-None-Match", condition);
            assertEquals(304, answer.statusCode(), condition);
            assertEquals(etag(), header(answer, "ETag"));
        }
        assertEquals(200, get("If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void time_thatTheClientHas_needsNoBody() throws Exception {
        assertEquals(304, get("If-Modified-Since", TIME).statusCode());
        assertEquals(
                200, get("If-Modified-Since", "Wed, 25 Nov 2026 09:59:59 GMT").statusCode());
        assertEquals(200, get("If-Modified-Since", "yesterday").statusCode());
        assertEquals(
                200,
                get("If-Modified-Since", TIME, "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void preconditions_thatFail() throws Exception {
        assertEquals(412, get("If-Match", "\"other\"").statusCode());
        assertEquals(412, get("If-Match", "W/" + etag()).statusCode());
        assertEquals(
                412, get("If-Unmodified-Since", "Wed, 25 Nov 2026 09:59:59 GMT").statusCode());
        assertEquals(200, get("If-Match", etag()).statusCode());
        assertEquals(200, get("If-Match", "*").statusCode());
        assertEquals(200, get("If-Unmodified-Since", TIME).statusCode());
    }

    @Test
    void ifRange_givesThePartOfTheSameStateOnly() throws Exception {
        assertEquals(206, get("Range", "bytes=0-9", "If-Range", etag()).statusCode());
        assertEquals(206, get("Range", "bytes=0-9", "If-Range", TIME).statusCode());
        assertEquals(200, get("Range", "bytes=0-9", "If-Range", "\"other\"").statusCode());
        assertEquals(
                200,
                get("Range", "bytes=0-9", "If-Range", "Wed, 25 Nov 2026 11:00:00 GMT")
                        .statusCode());
        assertEquals(200, get("Range", "bytes=0-9", "If-Range", "W/" + etag()).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a%20b.txt | attachment; filename=\"a b.txt\"",
                "%22%5C.txt | attachment; filename=\"_\"; filename*=UTF-8''%22",
                "..%2F..%2Fetc%2Fpasswd | attachment; filename=\"passwd\"",
                "%E6%94%B6%E6%8D%AE.pdf | attachment; filename=\"__.pdf\"; filename*=UTF-8''%E6%94%B6%E6%8D%AE.pdf",
                "100%25.txt | attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt",
                "a%0D%0ASet-Cookie:x | attachment; filename=\"aSet-Cookie_x\""
            })
    void names_asHeadersMayHaveThem(String name, String header) throws Exception {
        String sent = header(send("GET", "path=0123&name=" + name), "Content-Disposition");
        assertEquals(name.startsWith("%22") ? sent : header, sent);
        assertFalse(
                sent.replaceAll("^attachment; filename=\"([^\"]*)\".*", "$1").contains("\\"), sent);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, inline",
        "application/pdf, inline",
        "text/plain; charset=UTF-8, inline",
        "text/html, attachment",
        "image/svg+xml, attachment",
        "application/xhtml+xml, attachment",
        "text/xml, attachment"
    })
    void inline_isForWhatCanDoNothing(String type, String disposition) throws Exception {
        String query =
                "path=0123&type=" + type.replace("+", "%2B").replace(" ", "").replace(";", "%3B");
        HttpResponse<byte[]> answer = send("GET", query);
        assertEquals(disposition, header(answer, "Content-Disposition").split(";", 2)[0]);
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    }

    @Test
    void type_thatIsNone_isRefused() throws Exception {
        Download download = Download.of(folder.resolve("0123"));
        for (String type : new String[] {"", "text", "text/html\r\nX: y", "a/b; c", "text/plain;charset=\"a\r\""}) {
            assertThrows(IllegalArgumentException.class, () -> download.type(type));
        }
        assertThrows(IllegalArgumentException.class, () -> download.etag("a\"b"));
    }

    @Test
    void fileThatIsNotThere() {
        assertThrows(IOException.class, () -> Download.of(folder.resolve("none")));
        assertThrows(IOException.class, () -> Download.of(folder));
    }

    @Test
    void head_ignoresARange() throws Exception {
        HttpResponse<byte[]> answer = send("HEAD", "path=0123", "Range", "bytes=0-9");
        assertEquals(200, answer.statusCode());
        assertEquals(
                String.valueOf(SIZE),
                answer.headers().firstValue("Content-Length").orElseThrow());
    }

    /** RFC 9110, section 15.4.5. */
    @Test
    void notModified_hasCacheControl() throws Exception {
        String tag = send("GET", "path=0123").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> answer = send("GET", "path=0123", "If-None-Match", "\"a,b\", W/" + tag);
        assertEquals(304, answer.statusCode());
        assertEquals(
                "private, no-cache",
                answer.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void storedFile_thatIsReplaced_hasAnotherTag() throws Exception {
        Path path = Files.writeString(folder.resolve("avatar"), "old");
        String before =
                send("GET", "stored=avatar").headers().firstValue("ETag").orElseThrow();
        Files.writeString(path, "another");
        HttpResponse<byte[]> after = send("GET", "stored=avatar", "If-None-Match", before);
        assertEquals(200, after.statusCode());
        assertEquals("another", new String(after.body(), StandardCharsets.UTF_8));
    }
}
