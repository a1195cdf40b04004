package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpSession;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What koa-session offers beside its cookie, under its names, seen from outside; {@link KoaTableTest} looks whether something is left out. */
@Timeout(30)
class KoaOptionsTest {
    @TempDir
    private Path docBase;

    private TomcatApp app(Consumer<SessionOptions.Builder> change) throws Exception {
        return KoaApp.with(docBase, change);
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
    void autoCommit_off_nothingWithoutAsking() throws Exception {
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
        List<String> events = new CopyOnWriteArrayList<>();
        try (TomcatApp app = app(builder -> builder.valid((request, session) -> request.getParameter("bad") == null)
                .on(event -> events.add(event.type()
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
        assertEquals(List.of("MISSED-", "MISSED-", "CREATED", "INVALID+", "DESTROYED+"), events);
    }

    /** From the sweep, without being asked. */
    @Test
    void events_expired() throws Exception {
        BlockingQueue<SessionEvent.Type> events = new LinkedBlockingQueue<>();
        try (TomcatApp app = app(builder -> builder.maxAge(Duration.ofSeconds(1))
                .checkExpirationInterval(Duration.ofSeconds(1))
                .on(event -> events.add(event.type())))) {
            new Visitor(app).body("/set?a=1");
            assertEquals(SessionEvent.Type.CREATED, events.poll(20, TimeUnit.SECONDS));
            assertEquals(SessionEvent.Type.EXPIRED, events.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void store_getSetAndDestroy() throws Exception {
        Map<String, byte[]> values = new ConcurrentHashMap<>();
        try (TomcatApp app = KoaApp.with(docBase, builder -> {}, new InMap(values))) {
            Visitor visitor = new Visitor(app);
            assertEquals("page", visitor.body("/static"));
            assertEquals(Map.of(), values);
            visitor.body("/set?a=1");
            assertEquals("1", visitor.body("/get?a"));
            assertTrue(values.keySet().stream().noneMatch(key -> key.contains(visitor.id())));
            visitor.body("/logout");
            assertEquals(Map.of(), values);
        }
    }

    /** What an application writes for a store of its own. */
    private static final class InMap extends KeyValueSessionStore {
        private final Map<String, byte[]> values;

        InMap(Map<String, byte[]> values) {
            this.values = values;
        }

        @Override
        protected Optional<byte[]> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        protected void set(String key, byte[] value, Optional<Duration> maxAge) {
            values.put(key, value);
        }

        @Override
        protected void destroy(String key) {
            values.remove(key);
        }
    }

    @Test
    void encode_andDecode_areTheCodec() throws Exception {
        Map<String, byte[]> values = new ConcurrentHashMap<>();
        try (TomcatApp app = KoaApp.with(docBase, builder -> builder.codec(AttributeCodec.json()), new InMap(values))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?word=tea");
            assertTrue(values.values().stream()
                    .anyMatch(value -> new String(value, StandardCharsets.ISO_8859_1).contains("\"tea\"")));
            assertEquals("tea", visitor.body("/get?word"));
        }
    }

    @Test
    void isNew_untilTheBrowserComesBack() throws Exception {
        try (TomcatApp app = app(builder -> {})) {
            Visitor visitor = new Visitor(app);
            assertEquals("true", visitor.body("/set?a=1"));
            assertEquals("false", visitor.body("/set?a=2"));
        }
    }

    /** koa-session: {@code ctx.session = null}. */
    @Test
    void null_isInvalidate() throws Exception {
        try (TomcatApp app = app(builder -> {})) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            String id = visitor.id();
            assertTrue(visitor.setCookies(visitor.get("/logout")).get(0).contains("; Max-Age=0;"));
            assertEquals("no session", new Visitor(app).with(id).body("/get?a"));
        }
    }

    @Test
    void save_tellsTheBrowserThoughNothingChanged() throws Exception {
        try (TomcatApp app = app(builder -> builder.maxAge(Duration.ofDays(1)))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            assertEquals(List.of(), visitor.setCookies(visitor.get("/get?a")));
            assertEquals(1, visitor.setCookies(visitor.get("/save")).size());
        }
    }

    @Test
    void manuallyCommit_doesWhatAutoCommitDoesNot() throws Exception {
        try (TomcatApp app = app(builder -> builder.autoCommit(false))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/commit?1");
            assertEquals("1", visitor.body("/get?a"));
        }
    }

    @Test
    void encodeUrl_isLeftAlone_whereCookiesAre() throws Exception {
        try (TomcatApp app = app(builder -> {})) {
            assertEquals("get?a=1#top /other/a https://example.org/", new Visitor(app).body("/encode"));
        }
    }
}
