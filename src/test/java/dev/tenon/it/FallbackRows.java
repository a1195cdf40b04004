package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

/** Deep links get the page; what is missing stays missing. */
final class FallbackRows extends Rows {
    private static final String HASHED = "/assets/app-D3xf_9aK.js";
    private static final String LINK = Sample.AT + "/agent/conversations/42";

    FallbackRows() {
        row("fallback deep link", FallbackRows::deepLink);
        row("fallback missing asset", server -> assertEquals(404, status(server, Sample.AT + "/assets/x.js", "*/*")));
        row(
                "fallback missing asset, browser",
                server -> assertEquals(404, status(server, Sample.AT + "/assets/x.js", "text/html")));
        row("fallback other clients", server -> assertEquals(404, status(server, LINK, "application/json")));
        row("fallback servlet", server -> assertEquals(204, status(server, Sample.AT + "/api/session", "text/html")));
        row(
                "fallback POST",
                server -> assertNotEquals(
                        200, new Browser(server).post(LINK, "a=b").statusCode()));
        row("fallback page, never stale", FallbackRows::pageIsNeverStale);
        row("fallback hashed asset, kept", FallbackRows::hashedAssetIsKept);
        row("fallback missing asset, not kept", FallbackRows::missingIsNotKept);
        row("fallback folder, not listed", FallbackRows::noList);
        row("fallback API client", FallbackRows::apiClient);
        row("fallback HEAD", FallbackRows::head);
        row("fallback traversal", FallbackRows::traversal);
        row("fallback unusual routes", FallbackRows::unusualRoutes);
        row("fallback JSP, never its text", FallbackRows::programsAreRun);
    }

    private static void deepLink(Server server) throws Exception {
        Browser browser = new Browser(server);
        String page = browser.get(Sample.AT + "/index.html", "text/html").body();
        assertEquals(page, browser.get(LINK, "text/html,*/*;q=0.8").body());
        assertEquals(200, status(server, LINK, "text/html"));
    }

    private static int status(Server server, String path, String accept) throws IOException, InterruptedException {
        return new Browser(server).get(path, accept).statusCode();
    }

    private static void pageIsNeverStale(Server server) throws IOException {
        for (String path : List.of("/", "/index.html", "/agent", "/users/jane.doe")) {
            String page = get(server, path, "Accept: text/html\n");
            assertTrue(page.startsWith("HTTP/1.1 200") && page.contains("<base href=\"/little/\">"), page);
            assertEquals("no-cache", Wire.header(page, "Cache-Control"), path);
            assertFalse(Wire.header(page, "Last-Modified").isEmpty(), page);
            String known = get(server, path, "Accept: text/html\nIf-None-Match: " + Wire.header(page, "ETag") + "\n");
            assertTrue(known.startsWith("HTTP/1.1 304"), known);
        }
    }

    private static void hashedAssetIsKept(Server server) throws IOException {
        String script = get(server, HASHED, "");
        assertTrue(script.startsWith("HTTP/1.1 200") && script.contains("the script"), script);
        assertEquals("public, max-age=31536000, immutable", Wire.header(script, "Cache-Control"));
        assertTrue(Wire.header(script, "Vary").contains("Accept-Encoding"), script);
        String brotli = get(server, HASHED, "Accept-Encoding: gzip, br\n");
        assertTrue(brotli.contains("as brotli"), brotli);
        assertEquals("br", Wire.header(brotli, "Content-Encoding"));
        String part = get(server, HASHED, "Range: bytes=4-\n");
        assertTrue(part.startsWith("HTTP/1.1 206") && part.endsWith("script"), part);
        assertEquals("bytes 4-9/10", Wire.header(part, "Content-Range"));
        String known = get(server, HASHED, "If-None-Match: " + Wire.header(script, "ETag") + "\n");
        assertTrue(known.startsWith("HTTP/1.1 304"), known);
    }

    /** A folder is missing, too: nobody gets a list of it. */
    private static void missingIsNotKept(Server server) throws IOException {
        for (String path : List.of("/assets/app-AAAA_9aK.js", "/assets/", "/logo.png")) {
            String answer = get(server, path, "Accept: text/html,*/*;q=0.8\n");
            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
            assertTrue(Wire.header(answer, "Cache-Control").contains("no-store"), answer);
        }
    }

    private static void noList(Server server) throws IOException {
        String answer = get(server, "/docs/", "Accept: image/png\n");
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    }

    private static void apiClient(Server server) throws IOException {
        String answer = get(server, "/no/such/route", "Accept: application/json\n");
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        assertTrue(Wire.header(answer, "Content-Type").startsWith("application/problem+json"), answer);
    }

    private static void head(Server server) throws IOException {
        for (String path : List.of("/agent", HASHED)) {
            String get = get(server, path, "Accept: text/html\n");
            String head = ask(server, "HEAD", path, "Accept: text/html\n");
            assertTrue(head.startsWith("HTTP/1.1 200") && head.endsWith("\r\n\r\n"), head);
            for (String name : List.of("Cache-Control", "Content-Length", "Content-Type", "ETag", "Last-Modified")) {
                assertEquals(Wire.header(get, name), Wire.header(head, name), path + " " + name);
            }
        }
    }

    private static void traversal(Server server) throws IOException {
        for (String path : List.of(
                "/WEB-INF/secret.txt",
                "/%57EB-INF/secret.txt",
                "/assets/../WEB-INF/secret.txt",
                "/assets/%2e%2e/WEB-INF/secret.txt",
                "/assets/..%2fWEB-INF/secret.txt",
                "/assets/..%2fWEB-INF%2fsecret",
                "/assets/..%5cWEB-INF%5csecret.txt",
                "/assets/%252e%252e/WEB-INF/secret",
                "/assets/..%252fWEB-INF/secret",
                "/a/..%2f..%2f..%2fetc/passwd",
                "/assets/app%00.js")) {
            String answer = get(server, path, "Accept: text/html,*/*;q=0.8\n");
            assertTrue(answer.startsWith("HTTP/1.1 400") || answer.startsWith("HTTP/1.1 404"), path + ": " + answer);
            assertFalse(answer.contains("a secret"), path);
        }
    }

    /** Servers resolve these, pass them on, or refuse them; none leads elsewhere. Payara cuts a path at its first semicolon. */
    private static void unusualRoutes(Server server) throws IOException {
        for (String path : List.of(
                "//evil.com/foo",
                "/a/../b",
                "/a%2Fb",
                "/a%5Cb",
                "/%2e/b",
                "/foo%2ejs",
                "/;x/WEB-INF/secret.txt",
                "/assets/..;/WEB-INF/secret.txt")) {
            String answer = get(server, path, "Accept: text/html\n");
            boolean page = answer.startsWith("HTTP/1.1 200") && answer.contains("<title>Little</title>");
            boolean home = Wire.header(answer, "Location").endsWith("localhost" + Subject.LITTLE + "/");
            assertTrue(
                    page || home || answer.startsWith("HTTP/1.1 400") || answer.startsWith("HTTP/1.1 404"),
                    path + ": " + answer);
        }
    }

    /** Twice: servers map differently what they have answered before. Jetty has no JSP here, and answers 500. */
    private static void programsAreRun(Server server) throws IOException {
        for (String path : List.of("", "", "/", "/x", ".", "%20", "%00", ";x=1", "?x", "/.", "%2f", "%2e")) {
            for (String page :
                    List.of("/assets/page.jsp", "/assets/./page.jsp", "/assets//page.jsp", "/assets/PAGE.JSP")) {
                String answer = get(server, page + path, "");
                assertFalse(answer.contains("never seen"), page + path + ": " + answer);
            }
        }
    }

    private static String get(Server server, String path, String headers) throws IOException {
        return ask(server, "GET", path, headers);
    }

    private static String ask(Server server, String method, String path, String headers) throws IOException {
        return Wire.exchange(
                server.port(),
                method + " " + Subject.LITTLE + path + " HTTP/1.1\nHost: localhost\nConnection: close\n" + headers
                        + "\n");
    }
}
