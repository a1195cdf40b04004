package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpSession;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What koa-session offers, under its names, seen from outside. */
@Timeout(30)
class KoaOptionsTest {
    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
    private static Consumer<SessionOptions.Builder> options;

    @TempDir
    private Path docBase;

    /** The application's configurer. */
    public static final class Koa implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.session(builder -> options.accept(builder));
        }
    }

    private TomcatApp app(Consumer<SessionOptions.Builder> change) throws Exception {
        options = change;
        TomcatApp app = Pages.on(TomcatApp.at("/shop", docBase).param("tenon.session.store", "memory"));
        app.servlet("/month", new Page((request, response) -> {
            StoredSession session = StoredSession.of(request.getSession());
            session.maxAge(Duration.ofDays(30));
            response.getWriter().print(session.maxAge().orElseThrow().toDays());
        }));
        app.servlet("/save", new Page((request, response) -> StoredSession.of(request.getSession())
                .save()));
        app.servlet("/regenerate", new Page((request, response) -> response.getWriter()
                .print(StoredSession.of(request.getSession()).regenerate())));
        app.servlet("/commit", new Page((request, response) -> {
            request.getSession().setAttribute("a", request.getQueryString());
            StoredSession.of(request.getSession()).manuallyCommit();
        }));
        app.servlet("/encode", new Page((request, response) -> {
            request.getSession();
            response.getWriter()
                    .print(response.encodeURL("get?a=1#top") + " " + response.encodeURL("/other/a") + " "
                            + response.encodeURL("https://example.org/"));
        }));
        return app.start(Koa.class);
    }

    @Test
    void maxAge_session_isACookieWithoutExpiry_whoseSessionLives() throws Exception {
        try (TomcatApp app = app(builder -> builder.maxAge("session"))) {
            Visitor visitor = new Visitor(app);
            assertFalse(visitor.setCookies(visitor.get("/set?a=1")).get(0).contains("Max-Age"));
            visitor.body("/set?a=2");
            assertEquals("2", visitor.body("/get?a"));
        }
    }

    @Test
    void maxAge_ofOneSession_isSentAtOnceAndRemembered() throws Exception {
        try (TomcatApp app = app(builder -> builder.renew(true))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            HttpResponse<String> month = visitor.get("/month");
            assertEquals("30", month.body());
            assertTrue(visitor.setCookies(month).get(0).contains("; Max-Age=2592000;"));
            assertEquals(List.of(), visitor.setCookies(visitor.get("/get?a")));
            assertTrue(visitor.setCookies(visitor.get("/save")).get(0).contains("; Max-Age=2592000;"));
        }
    }

    @Test
    void renew_withoutASession_sendsNothing_farFromExpiry_sendsNothing() throws Exception {
        try (TomcatApp app = app(builder -> builder.renew(true).maxAge(Duration.ofDays(1)))) {
            Visitor visitor = new Visitor(app);
            assertEquals(List.of(), visitor.setCookies(visitor.get("/static")));
            assertEquals(1, visitor.setCookies(visitor.get("/set?a=1")).size());
            assertEquals(List.of(), visitor.setCookies(visitor.get("/get?a")));
        }
    }

    @Test
    void regenerate_newIdSameContent() throws Exception {
        try (TomcatApp app = app(builder -> {})) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            String before = visitor.id();
            assertEquals(visitor.body("/regenerate"), visitor.id());
            assertNotEquals(before, visitor.id());
            assertEquals("1", visitor.body("/get?a"));
        }
    }

    @Test
    void autoCommitOff_nothingWithoutAsking() throws Exception {
        try (TomcatApp app = app(builder -> builder.autoCommit(false))) {
            Visitor visitor = new Visitor(app);
            assertEquals(List.of(), visitor.setCookies(visitor.get("/set?a=1")));
            assertEquals(1, visitor.setCookies(visitor.get("/commit?2")).size());
            visitor.body("/set?a=3");
            assertEquals("2", visitor.body("/get?a"));
            assertTrue(visitor.setCookies(visitor.get("/logout")).get(0).contains("; Max-Age=0;"));
        }
    }

    @Test
    void externalKey_isTheOnlyTransport() throws Exception {
        try (TomcatApp app = app(builder -> builder.externalKey(ExternalKey.header("X-Auth-Token")))) {
            HttpResponse<String> first = app.get("/set?a=1");
            assertEquals(List.of(), first.headers().allValues("Set-Cookie"));
            String token = first.headers().firstValue("X-Auth-Token").orElseThrow();
            assertEquals("1", app.get("/get?a", "X-Auth-Token", token).body());
            assertEquals("no session", app.get("/get?a", "X-Auth-Token", "x").body());
            assertEquals(
                    "no session",
                    app.get("/get?a", "Cookie", "tenon.sid=" + token).body());
            HttpResponse<String> end = app.get("/logout", "X-Auth-Token", token);
            assertEquals("", end.headers().firstValue("X-Auth-Token").orElseThrow());
        }
    }

    @Test
    void prefix_standsBeforeEveryId() throws Exception {
        try (TomcatApp app = app(builder -> builder.prefix("eu1."))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            assertTrue(visitor.id().startsWith("eu1."));
            assertEquals("1", visitor.body("/get?a"));
            assertEquals(
                    "no session",
                    new Visitor(app).with(visitor.id().substring(4)).body("/get?a"));
        }
    }

    @Test
    void genid_makesTheId() throws Exception {
        String id = "an-id-of-the-application";
        try (TomcatApp app = app(builder -> builder.genid(request -> id))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            assertEquals(id, visitor.id());
            assertEquals("1", visitor.body("/get?a"));
        }
    }

    @Test
    void valid_vetoes_andLeavesTheSessionToOthers() throws Exception {
        try (TomcatApp app = app(builder -> builder.valid((request, session) -> request.getParameter("bad") == null))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            String id = visitor.id();
            assertEquals("no session", visitor.body("/get?bad"));
            visitor.body("/set?bad=1");
            assertNotEquals(id, visitor.id());
            assertEquals("1", new Visitor(app).with(id).body("/get?a"));
        }
    }

    @Test
    void beforeSave_isCalledForAChange_andItsOwnIsSaved() throws Exception {
        List<String> calls = new ArrayList<>();
        try (TomcatApp app = app(builder -> builder.beforeSave((request, session) -> {
            calls.add(request.getServletPath());
            session.setAttribute("by", "hook");
        }))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            assertEquals("hook", visitor.body("/get?by"));
            assertEquals(List.of("/set"), calls);
        }
    }

    @Test
    void events_areNamedAsInKoa() throws Exception {
        EVENTS.clear();
        try (TomcatApp app = app(builder -> builder.valid((request, session) -> request.getParameter("bad") == null)
                .on(event -> EVENTS.add(event.type()
                        + event.session()
                                .map(HttpSession::getAttributeNames)
                                .map(names -> names.hasMoreElements() ? "+" : "")
                                .orElse("-"))))) {
            Visitor visitor = new Visitor(app);
            visitor.with(SessionId.random().text()).body("/get?a");
            visitor.body("/set?a=1");
            visitor.body("/get?bad");
            visitor.body("/logout");
        }
        assertEquals(List.of("MISSED-", "MISSED-", "CREATED", "INVALID+", "DESTROYED+"), EVENTS);
    }

    @Test
    void encodeUrl_isLeftAlone_whereCookiesAre() throws Exception {
        try (TomcatApp app = app(builder -> {})) {
            assertEquals("get?a=1#top /other/a https://example.org/", new Visitor(app).body("/encode"));
        }
    }
}
