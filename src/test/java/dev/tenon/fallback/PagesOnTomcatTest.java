package dev.tenon.fallback;

import static dev.tenon.fallback.AssetsOnTomcatTest.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are sent with, and beside what of an application. */
class PagesOnTomcatTest {
    private static final String PAGE = """
            <!doctype html><html><head><meta charset="utf-8"><base href="/">
            <script type="module" nonce="NONCE" src="assets/a.js"></script></head><h1>the page</h1>""";

    @TempDir
    private Path docBase;

    @BeforeEach
    void files() throws IOException {
        write("index.html", PAGE);
        write("admin/index.html", "<h1>admin</h1>");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(docBase.resolve(path).getParent());
        Files.writeString(docBase.resolve(path), text);
    }

    private TomcatApp app(String... settings) throws IOException {
        TomcatApp app = TomcatApp.at("/shop", docBase).param("tenon.fallback.enabled", "true");
        for (int i = 0; i < settings.length; i += 2) {
            app.param("tenon.fallback." + settings[i], settings[i + 1]);
        }
        return app;
    }

    private static HttpResponse<String> page(TomcatApp app, String path) throws IOException, InterruptedException {
        return app.get(path, "Accept", "text/html,*/*;q=0.8");
    }

    @Test
    void page_isTheSame_whereverItIsAskedFor() throws Exception {
        try (TomcatApp app = app().start()) {
            HttpResponse<String> link = page(app, "/agent/7");
            assertEquals(200, link.statusCode());
            assertEquals("no-cache", header(link, "Cache-Control"));
            assertEquals("text/html;charset=UTF-8", header(link, "Content-Type"));
            assertTrue(link.body().contains("<base href=\"/shop/\">"), link.body());
            for (String path : List.of("/", "/index.html", "/agent", "/users/jane.doe", "/a;jsessionid=AB12.node1")) {
                HttpResponse<String> same = page(app, path);
                assertEquals(link.body(), same.body(), path);
                assertEquals(header(link, "ETag"), header(same, "ETag"), path);
                assertEquals(header(link, "Last-Modified"), header(same, "Last-Modified"), path);
                assertEquals("no-cache", header(same, "Cache-Control"), path);
            }
        }
    }

    @Test
    void knownPage_isNotSentAgain() throws Exception {
        try (TomcatApp app = app().start()) {
            HttpResponse<String> page = page(app, "/agent");
            HttpResponse<String> byTag =
                    app.get("/agent/8", "Accept", "text/html", "If-None-Match", header(page, "ETag"));
            assertEquals(304, byTag.statusCode());
            assertEquals("no-cache", header(byTag, "Cache-Control"));
            assertEquals(header(page, "ETag"), header(byTag, "ETag"));
            assertEquals(
                    304,
                    app.get("/", "Accept", "text/html", "If-Modified-Since", header(page, "Last-Modified"))
                            .statusCode());
        }
    }

    @Test
    void pageAsItLiesThere_isSentCompressed() throws Exception {
        write("index.html", "<h1>the page</h1>");
        write("index.html.br", "br");
        try (TomcatApp app = app().start()) {
            HttpResponse<String> page = app.get("/agent", "Accept", "text/html", "Accept-Encoding", "br");
            assertEquals("br", page.body());
            assertEquals("br", header(page, "Content-Encoding"));
            assertEquals("Accept-Encoding", header(page, "Vary"));
            assertEquals("<h1>the page</h1>", page(app, "/agent").body());
        }
    }

    @Test
    void pageThatIsChanged_isNotSentAsTheBuildCompressedIt() throws Exception {
        write("index.html.br", "br");
        try (TomcatApp app = app().start()) {
            assertTrue(app.get("/agent", "Accept", "text/html", "Accept-Encoding", "br")
                    .body()
                    .contains("the page"));
        }
    }

    @Test
    void charset_isTheOneThatThePageDeclares() throws Exception {
        write("index.html", "<meta http-equiv=content-type content='text/html; charset=gbk'>");
        try (TomcatApp app = app().start()) {
            assertEquals("text/html;charset=GBK", header(page(app, "/agent"), "Content-Type"));
        }
    }

    @Test
    void nonce_isNewWithEachAnswer_andTheSameInPageAndHeaders() throws Exception {
        write(".vite/manifest.json", "{\"index.html\": {\"file\": \"assets/a.js\", \"isEntry\": true}}");
        try (TomcatApp app = app("cspNonce", "NONCE", "contentSecurityPolicy", "script-src 'nonce-NONCE'")
                .start()) {
            HttpResponse<String> first = page(app, "/agent");
            HttpResponse<String> second = page(app, "/agent");
            String nonce = nonce(first.body());
            assertNotEquals(nonce, nonce(second.body()));
            assertEquals("script-src 'nonce-" + nonce + "'", header(first, "Content-Security-Policy"));
            assertEquals(
                    "</shop/assets/a.js>; rel=modulepreload; crossorigin; nonce=\"" + nonce + "\"",
                    header(first, "Link"));
            assertEquals("no-store", header(first, "Cache-Control"));
            assertEquals("", header(first, "ETag"));
        }
    }

    private static String nonce(String page) {
        Matcher nonce = Pattern.compile("nonce=\"([\\w-]{22})\"").matcher(page);
        assertTrue(nonce.find(), page);
        return nonce.group(1);
    }

    @Test
    void config_ofTheKey_isInThePage_whichHasATagOfItsOwn() throws Exception {
        String before;
        try (TomcatApp app = app().start()) {
            before = header(page(app, "/agent"), "ETag");
        }
        try (TomcatApp app =
                app("config", "api=https://api.example/v1, title=Shop").start()) {
            HttpResponse<String> page = page(app, "/agent");
            assertTrue(
                    page.body()
                            .contains("id=\"config\">{\"api\":\"https://api.example/v1\",\"title\":\"Shop\"}</script>"),
                    page.body());
            assertNotEquals(before, header(page, "ETag"));
            assertEquals("no-cache", header(page, "Cache-Control"));
        }
    }

    /** Says what the request asks for. */
    public static final class ConfigByRequest implements TenonConfigurer {
        static final List<String> LOG = new CopyOnWriteArrayList<>();

        @Override
        public void configure(TenonSetup setup) {
            setup.fallback(fallback -> fallback.config(request -> Map.of("q", request.getParameter("q")))
                    .logger(LOG::add)
                    .rewrites(
                            Rewrite.of("^/secret/(.*)", "/$1"),
                            Rewrite.of(
                                    "^/up/(.*)",
                                    context -> "/" + context.match().group(1) + "/../WEB-INF/x.html"),
                            Rewrite.of("^/relative", context -> "index.html")));
        }
    }

    @Test
    void config_ofAFunction_isAskedForEachTime() throws Exception {
        try (TomcatApp app = app().start(ConfigByRequest.class)) {
            HttpResponse<String> one = page(app, "/agent?q=1");
            assertTrue(one.body().contains("{\"q\":\"1\"}"), one.body());
            assertTrue(page(app, "/agent?q=2").body().contains("{\"q\":\"2\"}"));
            assertEquals("private, no-cache", header(one, "Cache-Control"));
            assertEquals(
                    304,
                    app.get("/agent?q=1", "Accept", "text/html", "If-None-Match", header(one, "ETag"))
                            .statusCode());
            assertEquals(
                    200,
                    app.get("/agent?q=2", "Accept", "text/html", "If-None-Match", header(one, "ETag"))
                            .statusCode());
        }
    }

    @Test
    void rewriteThatAClientLeadsAstray_isNotFollowed_andEveryDecisionIsLogged() throws Exception {
        write("WEB-INF/x.html", "secret");
        write("WEB-INF/x", "secret");
        ConfigByRequest.LOG.clear();
        try (TomcatApp app = app().start(ConfigByRequest.class)) {
            for (String path : List.of("/secret/WEB-INF/x", "/secret//WEB-INF/x", "/up/a", "/relative")) {
                HttpResponse<String> answer = page(app, path);
                assertEquals(404, answer.statusCode(), path);
                assertFalse(answer.body().contains("secret"), path);
            }
        }
        assertTrue(
                ConfigByRequest.LOG.contains("Rewriting GET /secret/WEB-INF/x to /WEB-INF/x"),
                ConfigByRequest.LOG::toString);
    }

    @Test
    void severalApplications_haveTheirOwnPages() throws Exception {
        try (TomcatApp app = app("rewrites", "/admin/** -> /admin/index.html").start()) {
            assertEquals("<h1>admin</h1>", page(app, "/admin/users/7").body());
            assertEquals("<h1>admin</h1>", page(app, "/admin/").body());
            assertEquals("no-cache", header(page(app, "/admin/"), "Cache-Control"));
            assertTrue(page(app, "/administrator").body().contains("the page"));
        }
    }

    @Test
    void pageOfAServlet_isForwardedTo() throws Exception {
        try (TomcatApp app =
                app("index", "/start").servlet("/start", new Echo("made")).start()) {
            assertEquals("made", page(app, "/agent").body());
            assertEquals("no-cache", header(page(app, "/agent"), "Cache-Control"));
        }
    }

    @Test
    void htmlThatAServletMakes_isForwardedTo() throws Exception {
        mapFront("*.html");
        try (TomcatApp app = app().start()) {
            assertEquals("mine", page(app, "/agent").body());
        }
    }

    @Test
    void serveFalse_forwards() throws Exception {
        write("assets/index-D3xf_9aK.js", "1");
        try (TomcatApp app = app("serve", "false").start()) {
            assertEquals(PAGE, page(app, "/agent").body());
            assertEquals("no-cache", header(page(app, "/agent"), "Cache-Control"));
            assertEquals("", header(app.get("/assets/index-D3xf_9aK.js"), "Cache-Control"));
            assertEquals(404, page(app, "/assets/x.js").statusCode());
        }
    }

    @Test
    void filtersOfTheApplication_comeFirst() throws Exception {
        try (TomcatApp app = app().filter(new Guard()).start()) {
            HttpResponse<String> page = page(app, "/agent");
            assertEquals("here", header(page, "X-Guard"));
            assertTrue(page.body().contains("the page"));
            assertEquals(403, page(app, "/private/7").statusCode());
            assertEquals("private, no-cache", header(page(app, "/mine"), "Cache-Control"));
            assertEquals("no-store", header(page(app, "/secret"), "Cache-Control"));
        }
    }

    @Test
    void servletOfTheApplicationOnTheRoot_answersEverything() throws Exception {
        mapFront("/");
        try (TomcatApp app = app().start()) {
            for (String path : List.of("/agent", "/", "/app.js", "/api/x")) {
                assertEquals("mine", page(app, path).body(), path);
            }
        }
    }

    private void mapFront(String pattern) throws IOException {
        write("WEB-INF/web.xml", """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <servlet><servlet-name>front</servlet-name><servlet-class>%s</servlet-class></servlet>
                  <servlet-mapping><servlet-name>front</servlet-name><url-pattern>%s</url-pattern></servlet-mapping>
                </web-app>""".formatted(Front.class.getName(), pattern));
    }

    /** A front controller, as frameworks map one. */
    public static final class Front extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("mine");
        }
    }

    @Test
    void endpointsOfTheApplication_areLeftAlone() throws Exception {
        copyClass(ChatEndpoint.class);
        copyClass(Rest.class);
        try (TomcatApp app = app().start()) {
            for (String path : List.of("/chat/room1", "/rest", "/rest/orders/7")) {
                assertEquals(404, page(app, path).statusCode(), path);
            }
            assertEquals(200, page(app, "/chat").statusCode());
            assertEquals(200, page(app, "/restaurant").statusCode());
        }
    }

    /** An endpoint that is found, not run. */
    @ServerEndpoint("/chat/{room}")
    public static final class ChatEndpoint {}

    /** As TomEE has it: no servlet of this name. */
    @ApplicationPath("rest")
    public static final class Rest extends Application {}

    private void copyClass(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        Path copy = docBase.resolve("WEB-INF/classes").resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream in = type.getResourceAsStream("/" + file)) {
            Files.copy(in, copy);
        }
    }

    @Test
    void pageOfARewrite_thatIsNotThere_stopsTheStart() {
        Throwable refused = assertThrows(LifecycleException.class, () -> app("rewrites", "^/x -> /none.html")
                .start());
        while (refused.getCause() != null) {
            refused = refused.getCause();
        }
        assertEquals(
                "Tenon cannot start: tenon.fallback.rewrites=/none.html (context-param): must be the path of a page in the application; there is no such file",
                refused.getMessage());
    }

    @Test
    void pageThatIsReplaced_isSeenAfterASecond() throws Exception {
        try (TomcatApp app = app().start()) {
            AtomicLong nanos = new AtomicLong();
            Page page = new Page(app.servletContext(), "/admin/index.html", PageOptions.DEFAULT, nanos::get);
            assertEquals("<h1>admin</h1>", text(page));
            write("admin/index.html", "<h1>another</h1>");
            assertEquals("<h1>admin</h1>", text(page));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertEquals("<h1>another</h1>", text(page));
            Files.delete(docBase.resolve("admin/index.html"));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertEquals(Optional.empty(), page.content());
        }
    }

    private static String text(Page page) throws IOException {
        return new String(page.content().orElseThrow().body(), StandardCharsets.UTF_8);
    }

    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final String text;

        Echo(String text) {
            this.text = text;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(text);
        }
    }

    private static final class Guard extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.setHeader("X-Guard", "here");
            if (request.getServletPath().equals("/mine")) {
                response.setHeader("Cache-Control", "private");
            } else if (request.getServletPath().equals("/secret")) {
                response.setHeader("Cache-Control", "no-store");
            }
            if (request.getServletPath().startsWith("/private")) {
                response.sendError(403);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
