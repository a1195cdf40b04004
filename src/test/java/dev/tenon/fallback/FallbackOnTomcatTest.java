package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallbackOnTomcatTest {
    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(docBase.resolve("index.html"), "<h1>the page</h1>");
        Files.createDirectories(docBase.resolve("assets"));
        Files.writeString(docBase.resolve("assets/there.js"), "1");
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.fallback.enabled", "true")
                .servlet("/api/*", new Api())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/agent/conversations/42, 200, the page",
        "/users/jane.doe, 200, the page",
        "/agent;jsessionid=AB12.node1, 200, the page",
        "/agent?x=a.b, 200, the page",
        "/, 200, the page",
        "/index.html, 200, the page",
        "/assets/there.js, 200, 1",
        "/assets/x.js, 404, ''",
        "/assets/, 404, ''",
        "/.well-known/security.txt, 404, ''",
        "/WEB-INF/web.xml, 404, ''",
        "/api/orders, 404, 'no such order'"
    })
    void get_fromABrowser(String path, int status, String part) throws Exception {
        HttpResponse<String> response = app.get(path, "Accept", "text/html,*/*;q=0.8");
        assertEquals(status, response.statusCode());
        assertTrue(response.body().contains(part), response.body());
        assertTrue(status == 200 || !response.body().contains("the page"));
    }

    @Test
    void page_isAskedForAgainEachTime() throws Exception {
        HttpResponse<String> response = app.get("/agent", "Accept", "text/html");
        assertEquals("no-cache", response.headers().firstValue("Cache-Control").orElse(""));
        String etag = response.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                app.get("/agent", "Accept", "text/html", "If-None-Match", etag).statusCode());
    }

    @Test
    void post_isNoNavigation() throws Exception {
        assertTrue(app.post("/agent", "text/plain", "x").statusCode() >= 400);
    }

    private static final class Api extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(404);
            response.getWriter().print("no such order");
        }
    }
}
