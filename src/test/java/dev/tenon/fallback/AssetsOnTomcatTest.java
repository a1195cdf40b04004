package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsOnTomcatTest {
    private static final String HASHED = "/assets/index-D3xf_9aK.js";

    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        write("index.html", "<h1>the page</h1>");
        write("assets/index-D3xf_9aK.js", "0123456789");
        write("assets/index-D3xf_9aK.js.br", "br");
        write("assets/index-D3xf_9aK.js.gz", "gzip");
        write("assets/plain.css", "p{}");
        write("assets/a b+c.css", "b{}");
        write("assets/sub/.secret", "secret");
        write("admin/index.html", "<h1>admin</h1>");
        write("admin/assets/a-Cx9_kLm2.js", "admin");
        write("other/b-Cx9_kLm2.js", "other");
        write("WEB-INF/secret.txt", "secret");
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.fallback.rewrites", "/admin/** -> /admin/index.html")
                .start();
    }

    private static void write(String path, String text) throws IOException {
        Files.createDirectories(docBase.resolve(path).getParent());
        Files.writeString(docBase.resolve(path), text);
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HASHED, "/admin/assets/a-Cx9_kLm2.js"})
    void hashedName_isKeptForAYear(String path) throws Exception {
        HttpResponse<String> answer = app.get(path);
        assertEquals(200, answer.statusCode());
        assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
        assertEquals("text/javascript;charset=UTF-8", header(answer, "Content-Type"));
        assertTrue(answer.headers().firstValue("Last-Modified").isPresent());
    }

    @Test
    void otherName_isAskedForEachTime() throws Exception {
        HttpResponse<String> answer = app.get("/assets/plain.css");
        assertEquals("no-cache", header(answer, "Cache-Control"));
        assertEquals("p{}", answer.body());
        assertEquals("b{}", app.get("/assets/a%20b+c.css").body());
        assertEquals("", header(answer, "Vary"));
    }

    @Test
    void fileElsewhere_isTheContainers() throws Exception {
        HttpResponse<String> answer = app.get("/other/b-Cx9_kLm2.js");
        assertEquals("other", answer.body());
        assertEquals("", header(answer, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/index-AAAA_9aK.js",
                "/assets/",
                "/assets",
                "/assets/sub",
                "/assets/sub/",
                "/assets/sub/x",
                "/admin/assets/x.css",
                "/app.js",
                "/index-D3xf_9aK.js.map",
                "/favicon.ico",
                "/robots.txt",
                "/WEB-INF/secret.txt",
                "/web-inf/secret.txt",
                "/assets/..%252fWEB-INF/secret.txt",
                "/assets/%2e%2e/WEB-INF/secret.txt",
                "/assets/../WEB-INF/secret.txt"
            })
    void whatIsMissing_staysMissing(String path) throws Exception {
        for (String accept : new String[] {"text/html,*/*;q=0.8", "*/*", "application/json"}) {
            HttpResponse<String> answer = app.get(path, "Accept", accept);
            assertEquals(404, answer.statusCode());
            if (!path.toUpperCase(Locale.ROOT).contains("WEB-INF/")) { // that Tomcat answers before any filter
                assertEquals("no-store", header(answer, "Cache-Control"), path);
            }
        }
    }

    @Test
    void folder_isNotListed() throws Exception {
        assertEquals(404, app.get("/other/", "Accept", "image/png").statusCode());
        assertEquals("no-store", header(app.get("/other/", "Accept", "image/png"), "Cache-Control"));
        assertEquals(
                "<h1>the page</h1>", app.get("/other/", "Accept", "text/html").body());
    }

    @Test
    void missingForAnApiClient_isAProblem() throws Exception {
        HttpResponse<String> answer = app.get("/no/such/route", "Accept", "application/json");
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertTrue(answer.body().contains("\"status\":404"), answer.body());
        answer = app.post("/no/such/route", "application/json", "{}", "Accept", "application/json");
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip, deflate, br | br | br",
                "gzip | gzip | gzip",
                "GZIP;q=0.5, br;q=0 | gzip | gzip",
                "* | br | br",
                "*;q=0 | '' | 0123456789",
                "identity | '' | 0123456789"
            })
    void compressedByTheBuild_isSentToWhoReadsIt(String accepted, String coding, String body) throws Exception {
        HttpResponse<String> answer = app.get(HASHED, "Accept-Encoding", accepted);
        assertEquals(coding, header(answer, "Content-Encoding"));
        assertEquals(body, answer.body());
        assertEquals("Accept-Encoding", header(answer, "Vary"));
        assertEquals("text/javascript;charset=UTF-8", header(answer, "Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0123, bytes 0-3/10",
        "bytes=4-, 206, 456789, bytes 4-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=-20, 206, 0123456789, bytes 0-9/10",
        "bytes=8-99, 206, 89, bytes 8-9/10",
        "bytes=10-, 416, '', bytes */10",
        "bytes=5-4, 200, 0123456789, ''",
        "'bytes=0-1,4-5', 200, 0123456789, ''",
        "lines=1-2, 200, 0123456789, ''",
        "bytes=-, 200, 0123456789, ''"
    })
    void range_isAPartOfTheFileItself(String range, int status, String body, String contentRange) throws Exception {
        HttpResponse<String> answer = app.get(HASHED, "Range", range, "Accept-Encoding", "identity");
        assertEquals(status, answer.statusCode());
        assertEquals(body, answer.body());
        assertEquals(contentRange, header(answer, "Content-Range"));
        assertEquals("bytes", header(answer, "Accept-Ranges"));
        assertEquals(
                status == 416 ? "no-store" : "public, max-age=31536000, immutable", header(answer, "Cache-Control"));
    }

    /** Else who broke off in the compressed bytes would go on with those of the file itself: both have one date. */
    @ParameterizedTest
    @ValueSource(strings = {"bytes=1-", "bytes=10-"})
    void range_ofWhatTheClientGetsCompressed_givesTheWhole(String range) throws Exception {
        String date = header(app.get(HASHED, "Accept-Encoding", "br"), "Last-Modified");
        for (String[] condition : new String[][] {{"If-Range", date}, {"X-None", "none"}}) {
            HttpResponse<String> answer =
                    app.get(HASHED, "Accept-Encoding", "br", "Range", range, condition[0], condition[1]);
            assertEquals(200, answer.statusCode(), condition[0]);
            assertEquals("br", answer.body());
            assertEquals("br", header(answer, "Content-Encoding"));
            assertEquals("", header(answer, "Content-Range"));
            assertEquals("", header(answer, "Accept-Ranges"));
        }
    }

    @Test
    void ifRange_thatDoesNotMatch_getsTheWhole() throws Exception {
        HttpResponse<String> whole = app.get(HASHED);
        String date = header(whole, "Last-Modified");
        assertEquals(
                206, app.get(HASHED, "Range", "bytes=0-1", "If-Range", date).statusCode());
        assertEquals(
                200,
                app.get(HASHED, "Range", "bytes=0-1", "If-Range", header(whole, "ETag"))
                        .statusCode());
        assertEquals(
                200,
                app.get(HASHED, "Range", "bytes=0-1", "If-Range", "Tue, 01 Jan 2019 00:00:00 GMT")
                        .statusCode());
    }

    @Test
    void knownFile_isNotSentAgain() throws Exception {
        HttpResponse<String> whole = app.get(HASHED);
        String tag = header(whole, "ETag");
        for (String[] condition : new String[][] {
            {"If-None-Match", tag},
            {"If-None-Match", "\"x\", " + tag},
            {"If-None-Match", tag.substring(2)},
            {"If-None-Match", "*"},
            {"If-Modified-Since", header(whole, "Last-Modified")}
        }) {
            HttpResponse<String> answer = app.get(HASHED, condition);
            assertEquals(304, answer.statusCode(), condition[1]);
            assertEquals("Accept-Encoding", header(answer, "Vary"));
            assertEquals(tag, header(answer, "ETag"));
        }
        assertEquals(200, app.get(HASHED, "If-None-Match", "\"x\"").statusCode());
        assertEquals(200, app.get(HASHED, "If-Modified-Since", "yesterday").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {HASHED, "/assets/plain.css", "/assets/missing.js", "/", "/index.html", "/admin/users/7"})
    void head_saysWhatGetSays(String path) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "br");
        HttpResponse<String> get = http.send(request.GET().build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> head = http.send(
                request.method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(get.statusCode(), head.statusCode());
        assertEquals("", head.body());
        assertEquals(comparable(get), comparable(head));
    }

    /** Of its own error page Tomcat says no length to HEAD. */
    private static Map<String, Object> comparable(HttpResponse<String> answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        if (answer.statusCode() == 404) {
            headers.remove("content-length");
        }
        return headers;
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
