package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.fallback.ReferenceTable;
import dev.tenon.it.accident.EchoEndpoint;
import dev.tenon.it.accident.EveryWayServlet;
import dev.tenon.it.accident.RestApplication;
import dev.tenon.it.accident.RestResource;
import dev.tenon.it.accident.Visits;
import dev.tenon.it.fallback.DecidingFilter;
import dev.tenon.it.fallback.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The fallback over the wire, where every server reads paths in its own way, beside filters, servlets and endpoints of an application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FallbackContract {
    private static final String SHOP = "/shop";
    private static final String REFERENCES = "/references";
    private static final String HASHED = "/assets/index-D3xf_9aK.js";

    private Server server;

    abstract Server create() throws IOException;

    /** Returns what the server makes of paths that are not plain: a path, and the answer that {@link #answer} tells. */
    abstract List<String> unusualPaths();

    /** Returns which targets of the references' table never come to a filter. */
    abstract Set<String> unreachable();

    @BeforeAll
    void start() throws Exception {
        server = create();
        server.deploy(SHOP, shop().write("fallback-shop"));
        server.deploy(REFERENCES, references().write("fallback-references"));
        server.start(SHOP + "/index.html", REFERENCES + "/index.html");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Server server() {
        return server;
    }

    private static War shop() {
        return new War()
                .library(Build.jar())
                .classes(Guard.class, EchoEndpoint.class, EveryWayServlet.class)
                .classes(RestApplication.class, RestResource.class, Visits.class)
                .file("index.html", "<!doctype html><base href=\"/\"><title>the page</title>")
                .file("admin/index.html", "<!doctype html><title>the desk</title>")
                .file("assets/index-D3xf_9aK.js", "the script")
                .file("assets/index-D3xf_9aK.js.br", "as brotli")
                .file("assets/index-D3xf_9aK.js.gz", "as gzip")
                .file("assets/sub/plain.css", "the style")
                .file("WEB-INF/secret.txt", "a secret")
                .file("META-INF/secret.txt", "a secret")
                .file(
                        "WEB-INF/classes/META-INF/tenon.properties",
                        "tenon.fallback.rewrites=/admin/** -> /admin/index.html");
    }

    private static War references() throws IOException {
        try (InputStream table = ReferenceTable.class.getResourceAsStream("/fallback/references.json")) {
            return new War()
                    .library(Build.jar())
                    .classes(DecidingFilter.class, ReferenceTable.class)
                    .file("index.html", "<!doctype html>")
                    .file(
                            "WEB-INF/classes/fallback/references.json",
                            new String(table.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @TestFactory
    Stream<DynamicTest> plainPaths_areAnsweredAlike() {
        return rows(List.of(
                "/ the page",
                "/index.html the page",
                "/agent the page",
                "/agent/conversations/42 the page",
                "/agent/ the page",
                "/agent?x=a.js the page",
                "/users/jane.doe the page",
                "/docs/v1.2/intro the page",
                "/agent;jsessionid=AB12.node1 the page",
                "/%E7%94%A8%E6%88%B7/1 the page",
                "/admin/ the desk",
                "/admin/users/7 the desk",
                "/administrator the page",
                HASHED + " the script",
                "/assets/sub/plain.css the style",
                "/assets/index-AAAA_9aK.js 404",
                "/assets/ 404",
                "/assets/sub/ 404",
                "/admin/assets/x.js 404",
                "/report.pdf 404",
                "/favicon.ico 404",
                "/robots.txt 404",
                "/index.html.map 404",
                "/.well-known/security.txt 404",
                "/WEB-INF/secret.txt 404",
                "/META-INF/secret.txt 404",
                "/echo 404",
                "/private/7 403"));
    }

    @TestFactory
    Stream<DynamicTest> unusualPaths_areAnsweredAsTheServerReadsThem() {
        return rows(unusualPaths());
    }

    private Stream<DynamicTest> rows(List<String> rows) {
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(server + ": " + row, () -> {
                    String[] words = row.split(" ", 2);
                    assertEquals(words[1], answer(get(words[0], "Accept: text/html,*/*;q=0.8\n")));
                }));
    }

    /** Returns what is to be seen of an answer: the page or file, or the status. */
    private static String answer(String answer) {
        assertFalse(answer.contains("a secret"), answer);
        for (String known : List.of("the page", "the desk", "the script", "the style")) {
            if (answer.startsWith("HTTP/1.1 200") && answer.contains(known)) {
                return known;
            }
        }
        return answer.substring("HTTP/1.1 ".length()).substring(0, 3);
    }

    private String get(String path, String headers) throws IOException {
        return ask("GET", path, headers);
    }

    private String ask(String method, String path, String headers) throws IOException {
        return Wire.exchange(
                server.port(),
                method + " " + SHOP + path + " HTTP/1.1\nHost: localhost\nConnection: close\n" + headers + "\n");
    }

    @Test
    void page_isNeverStale() throws IOException {
        for (String path : List.of("/", "/index.html", "/agent")) {
            String page = get(path, "Accept: text/html\n");
            assertEquals("no-cache", Wire.header(page, "Cache-Control"), path);
            assertEquals("passed", Wire.header(page, "X-Guard"), path);
            assertTrue(page.contains("<base href=\"/shop/\">"), page);
            assertFalse(Wire.header(page, "Last-Modified").isEmpty(), page);
            String known = get(path, "Accept: text/html\nIf-None-Match: " + Wire.header(page, "ETag") + "\n");
            assertTrue(known.startsWith("HTTP/1.1 304"), known);
            assertEquals("no-cache", Wire.header(known, "Cache-Control"), path);
            known = get(path, "Accept: text/html\nIf-Modified-Since: " + Wire.header(page, "Last-Modified") + "\n");
            assertTrue(known.startsWith("HTTP/1.1 304"), known);
        }
    }

    @Test
    void hashedAsset_isKept_andCompressedByTheBuild() throws IOException {
        String plain = get(HASHED, "");
        assertEquals("public, max-age=31536000, immutable", Wire.header(plain, "Cache-Control"));
        assertEquals("Accept-Encoding", Wire.header(plain, "Vary"));
        assertTrue(Wire.header(plain, "Content-Type").startsWith("text/javascript"), plain);
        String brotli = get(HASHED, "Accept-Encoding: gzip, br\n");
        assertTrue(brotli.endsWith("as brotli"), brotli);
        assertEquals("br", Wire.header(brotli, "Content-Encoding"));
        String part = get(HASHED, "Range: bytes=4-\nAccept-Encoding: identity\n");
        assertTrue(part.startsWith("HTTP/1.1 206") && part.endsWith("script"), part);
        String whole = get(
                HASHED,
                "Range: bytes=4-\nAccept-Encoding: br\n"); // parts are of the file, not of what it is compressed to
        assertTrue(whole.startsWith("HTTP/1.1 200") && whole.endsWith("as brotli"), whole);
        String known = get(HASHED, "If-None-Match: " + Wire.header(plain, "ETag") + "\n");
        assertTrue(known.startsWith("HTTP/1.1 304"), known);
        assertEquals("no-cache", Wire.header(get("/assets/sub/plain.css", ""), "Cache-Control"));
    }

    @Test
    void whatIsMissing_isNotKept() throws IOException {
        for (String accept : List.of("text/html", "*/*", "application/json")) {
            for (String path : List.of("/assets/index-AAAA_9aK.js", "/assets/sub/", "/logo.png")) {
                String answer = get(path, "Accept: " + accept + "\n");
                assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
                assertTrue(Wire.header(answer, "Cache-Control").contains("no-store"), answer);
            }
        }
    }

    @Test
    void apiClient_getsAProblem() throws IOException {
        for (String method : List.of("GET", "POST", "DELETE")) {
            String answer = ask(method, "/no/such/route", "Accept: application/json\nContent-Length: 0\n");
            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
            assertEquals(
                    "application/problem+json",
                    Wire.header(answer, "Content-Type").replaceAll(";.*", ""));
        }
    }

    @Test
    void head_saysWhatGetSays() throws IOException {
        for (String path : List.of("/agent", "/index.html", HASHED, "/assets/none.js")) {
            String headers = "Accept: text/html\nAccept-Encoding: br\n";
            String get = get(path, headers);
            String head = ask("HEAD", path, headers);
            for (String name :
                    List.of("Cache-Control", "Content-Encoding", "Content-Type", "ETag", "Last-Modified", "Vary")) {
                assertEquals(Wire.header(get, name), Wire.header(head, name), path + " " + name);
            }
            assertEquals(get.substring(0, 12), head.substring(0, 12));
            assertTrue(head.endsWith("\r\n\r\n"), head);
            if (!path.equals("/assets/none.js")) {
                assertEquals(Wire.header(get, "Content-Length"), Wire.header(head, "Content-Length"), path);
            }
        }
    }

    @Test
    void whoDoesNotNavigate_getsNoPage() throws IOException {
        for (String headers : List.of(
                "Accept: */*\nSec-Fetch-Mode: cors\nSec-Fetch-Dest: empty\n",
                "Accept: image/avif,image/webp,*/*;q=0.8\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: image\n",
                "Accept: text/html;q=0, */*\n",
                "Accept: application/json\n")) {
            assertEquals("404", answer(get("/agent", headers)), headers);
        }
        assertFalse(answer(ask("POST", "/agent", "Accept: text/html\nContent-Length: 0\n"))
                .startsWith("the"));
    }

    @Test
    void servlet_answersItsOwnPaths() throws IOException {
        assertTrue(get("/way/text", "Accept: text/html\n").startsWith("HTTP/1.1 200"));
        assertEquals("passed", Wire.header(get("/way/text", ""), "X-Guard"));
    }

    @Test
    void webSocketOfTheApplication_opens() throws IOException {
        String answer = Wire.exchange(
                server.port(),
                "GET " + SHOP
                        + "/echo HTTP/1.1\nHost: localhost\nAccept: text/html\nUpgrade: websocket\nConnection: Upgrade\n"
                        + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n");
        assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
    }

    @Test
    void references_decideOverTheWire_asInNode() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> refused = new TreeSet<>();
        try (Line line = new Line(server.port())) {
            ReferenceTable.read()
                    .rows()
                    .filter(row -> isTelling(row) && arrives(row.url()))
                    .forEach(row -> {
                        String accept = row.accept() == null ? "" : "Accept: " + row.accept() + "\n";
                        String decision = line.ask(
                                row.method() + " " + REFERENCES + row.url() + " HTTP/1.1\nHost: localhost\nX-Setup: "
                                        + row.mode() + "/" + row.options() + "\n" + accept + "\n");
                        if (decision.isEmpty()) {
                            refused.add(row.method().equals("TRACE") ? "TRACE" : row.url());
                        } else if (!target(decision).equals(row.target())) {
                            wrong.add(row + ": " + decision);
                        }
                    });
        }
        assertEquals(List.of(), wrong);
        assertEquals(unreachable(), refused);
    }

    /** Returns whether the server shows filters the URL as it was sent. */
    boolean arrives(String url) {
        return true;
    }

    /** Every header and method with the defaults, and every option with a browser's header. */
    private static boolean isTelling(ReferenceTable.Row row) {
        return row.options().equals("none") || (row.method().equals("GET") && "text/html".equals(row.accept()));
    }

    private static String target(String decision) {
        return decision.startsWith("Rewriting") ? decision.substring(decision.lastIndexOf(" to ") + 4) : "";
    }
}
