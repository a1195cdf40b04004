package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stored session over real HTTP, in H2. */
@Timeout(60)
class SessionOnTomcatTest {
    @TempDir
    private static Path folder;

    private static final Map<String, CountDownLatch> ENTERED = new HashMap<>();
    private static final Map<String, CountDownLatch> GO = new HashMap<>();
    private static final ExecutorService BROWSERS = Executors.newCachedThreadPool();

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        for (String name : List.of("logout", "login", "first", "second", "double")) {
            ENTERED.put(name, new CountDownLatch(1));
            GO.put(name, new CountDownLatch(1));
        }
        app = application(folder.resolve("sessions"));
        app.servlet("/slow", new Page((request, response) -> {
            String name = request.getQueryString();
            Object before = request.getSession().getAttribute("user");
            ENTERED.get(name).countDown();
            GO.get(name).await();
            request.getSession().setAttribute(name, "late");
            response.getWriter().print(before);
        }));
        addOddPages();
        app.start();
    }

    private static TomcatApp application(Path database) throws Exception {
        return Pages.on(TomcatApp.at("/shop", folder).param("tenon.database.url", "jdbc:h2:file:" + database))
                .param("tenon.session.enabled", "true");
    }

    private static void addOddPages() {
        app.servlet("/flush", new Page((request, response) -> {
            request.getSession().setAttribute("before", "1");
            response.flushBuffer();
            request.getSession().setAttribute("after", "2");
        }));
        app.servlet("/large", new Page((request, response) -> {
            request.getSession().setAttribute("before", "1");
            for (int i = 0; i < 3_000; i++) {
                response.getWriter().println("请填写用户名");
            }
            request.getSession().setAttribute("after", "2");
        }));
        app.servlet("/full", new Page((request, response) -> {
            response.getOutputStream().write(new byte[response.getBufferSize()]);
            request.getSession().setAttribute("before", "1");
            response.getOutputStream().write(0);
        }));
        app.servlet("/redirect", new Page((request, response) -> {
            request.getSession().setAttribute("before", "1");
            response.sendRedirect("/shop/static");
        }));
        app.servlet("/error", new Page((request, response) -> {
            request.getSession().setAttribute("before", "1");
            response.sendError(418);
        }));
        app.servlet("/throw", new Page((request, response) -> {
            request.getSession().setAttribute("before", "1");
            throw new IllegalArgumentException("of the application");
        }));
        app.servlet("/unsavable", new Page((request, response) -> {
            request.getSession().setAttribute("before", "1");
            request.getSession().setAttribute("odd", new ArrayList<>(List.of(new Object())));
        }));
        app.servlet("/error-page", new Page((request, response) -> {
            request.getSession().setAttribute("seen", "by the error page");
            response.getWriter().print(request.getSession().getAttribute("before"));
        }));
        app.servlet("/forward", new Page((request, response) -> request.getRequestDispatcher("/set?a=1")
                .forward(request, response)));
        app.servlet("/include", new Page((request, response) -> request.getRequestDispatcher("/set?a=1")
                .include(request, response)));
        app.servlet("/again", new Page((request, response) -> {
            String old = request.getSession().getId();
            request.getSession().invalidate();
            String none = String.valueOf(request.getSession(false));
            response.getWriter().print(none + !old.equals(request.getSession().getId()));
        }));
        app.context().addErrorPage(errorPage(418));
        app.context().addErrorPage(errorPage(500));
    }

    private static ErrorPage errorPage(int status) {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(status);
        page.setLocation("/error-page");
        return page;
    }

    @AfterAll
    static void stop() throws Exception {
        BROWSERS.shutdownNow();
        app.close();
    }

    @Test
    void session_survivesARestart() throws Exception {
        Path database = folder.resolve("restarted");
        Visitor visitor;
        try (TomcatApp first = application(database).start()) {
            visitor = new Visitor(first);
            assertEquals("true", visitor.body("/set?cart=3&name=%E7%94%A8"));
        }
        try (TomcatApp second = application(database).start()) {
            assertEquals("3", visitor.at(second).body("/get?cart"));
            assertEquals("用", visitor.at(second).body("/get?name"));
            assertEquals("false", visitor.at(second).body("/set?cart=4"));
        }
    }

    @Test
    void untouchedSession_getsNoCookie() throws Exception {
        Visitor visitor = new Visitor(app);
        assertEquals(List.of(), visitor.setCookies(visitor.get("/static")));
        assertEquals(List.of(), visitor.setCookies(visitor.get("/get?a")));
    }

    @Test
    void cookie_isSentOnceAndIsSafe() throws Exception {
        Visitor visitor = new Visitor(app);
        List<String> cookies = visitor.setCookies(visitor.get("/set?a=1"));
        assertEquals(1, cookies.size());
        assertEquals(List.of("Path=/shop", "HttpOnly", "SameSite=Lax"), Visitor.attributes(cookies.get(0)));
        assertTrue(SessionId.isPossible(visitor.id()));
        assertEquals(List.of(), visitor.setCookies(visitor.get("/set?a=2")));
    }

    @Test
    void unknownId_isNeverAdopted() throws Exception {
        String forged = SessionId.random().text();
        Visitor visitor = new Visitor(app).with(forged);
        assertEquals("no session", visitor.body("/get?a"));
        assertEquals("true", visitor.body("/set?a=1"));
        assertNotEquals(forged, visitor.id());
        assertEquals("no session", new Visitor(app).with(forged).body("/get?a"));
    }

    @Test
    void login_killsTheOldId() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?cart=3");
        String before = visitor.id();
        assertEquals(visitor.body("/login"), visitor.id());
        assertNotEquals(before, visitor.id());
        assertEquals("3", visitor.body("/get?cart"));
        assertEquals("no session", new Visitor(app).with(before).body("/get?cart"));
    }

    @Test
    void logout_endsSessionAndCookie() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=1");
        String before = visitor.id();
        HttpResponse<String> response = visitor.get("/logout");
        assertTrue(visitor.setCookies(response).get(0).contains("; Max-Age=0;"));
        assertEquals("no session", new Visitor(app).with(before).body("/get?a"));
    }

    @Test
    void invalidate_thenANewSession() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=1");
        String before = visitor.id();
        assertEquals("nulltrue", visitor.body("/again"));
        assertNotEquals(before, visitor.id());
        assertEquals("null", visitor.body("/get?a"));
    }

    @Test
    void writersOfDifferentAttributes_areBothKept() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?user=ada");
        Future<HttpResponse<String>> first = slow(visitor, "first");
        Future<HttpResponse<String>> second = slow(visitor, "second");
        GO.get("first").countDown();
        GO.get("second").countDown();
        assertEquals(200, first.get().statusCode());
        assertEquals(200, second.get().statusCode());
        assertEquals("late", visitor.body("/get?first"));
        assertEquals("late", visitor.body("/get?second"));
    }

    @Test
    void writersOfOneAttribute_neverFail() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=1");
        for (int round = 0; round < 5; round++) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String path = "/set?same" + round + "=" + i;
                answers.add(BROWSERS.submit(() -> visitor.get(path)));
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertEquals(200, answer.get().statusCode());
            }
            assertTrue(visitor.body("/get?same" + round).matches("[0-7]"));
        }
    }

    @Test
    void lateWriter_cannotReviveAfterLogout() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?user=ada");
        String id = visitor.id();
        Future<HttpResponse<String>> slow = slow(visitor.at(app), "logout");
        visitor.body("/logout");
        GO.get("logout").countDown();
        assertEquals(200, slow.get().statusCode());
        assertEquals("no session", new Visitor(app).with(id).body("/get?user"));
    }

    @Test
    void loginDuringASlowRequest_keepsTheNewId() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?user=nobody");
        String before = visitor.id();
        Future<HttpResponse<String>> slow = slow(visitor.at(app), "login");
        visitor.body("/login");
        GO.get("login").countDown();
        assertEquals(List.of(), visitor.setCookies(slow.get()));
        assertEquals("ada", visitor.body("/get?user"));
        assertEquals("late", visitor.body("/get?login"));
        assertEquals("no session", new Visitor(app).with(before).body("/get?user"));
    }

    private static Future<HttpResponse<String>> slow(Visitor visitor, String name) throws Exception {
        Future<HttpResponse<String>> answer = BROWSERS.submit(() -> visitor.get("/slow?" + name));
        ENTERED.get(name).await();
        return answer;
    }

    @Test
    void responseThatFlowsEarly_hasTheCookieAndKeepsWhatComesLater() throws Exception {
        for (String path : List.of("/flush", "/large")) {
            Visitor visitor = new Visitor(app);
            assertEquals(1, visitor.setCookies(visitor.get(path)).size(), path);
            assertEquals("1", visitor.body("/get?before"));
            assertEquals("2", visitor.body("/get?after"));
        }
    }

    @Test
    void sessionThatBeginsWhenTheBufferIsFull_hasTheCookie() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.get("/full");
        assertEquals("1", visitor.body("/get?before"));
    }

    @Test
    void redirect_hasTheCookie() throws Exception {
        Visitor visitor = new Visitor(app);
        assertEquals(302, visitor.get("/redirect").statusCode());
        assertEquals("1", visitor.body("/get?before"));
    }

    @Test
    void errorPage_seesAndChangesTheSession() throws Exception {
        for (String path : List.of("/error", "/throw", "/unsavable")) {
            Visitor visitor = new Visitor(app);
            HttpResponse<String> response = visitor.get(path);
            assertEquals("1", response.body(), path);
            assertFalse(visitor.id().isEmpty());
            assertEquals("by the error page", visitor.body("/get?seen"));
        }
    }

    @Test
    void forwardAndInclude_seeOneSession() throws Exception {
        for (String path : List.of("/forward", "/include")) {
            Visitor visitor = new Visitor(app);
            assertEquals("true", visitor.body(path), path);
            assertEquals("1", visitor.body("/get?a"), path);
        }
    }
}
