package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.session.SessionOptions.SameSite;
import dev.tenon.web.TomcatApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cookie of koa-session, option by option, as a browser gets it. */
@Timeout(30)
class KoaCookieOptionsTest {
    @TempDir
    private Path docBase;

    /** What the cookie has behind its value. */
    private List<String> attributes(Consumer<SessionOptions.Builder> change) throws Exception {
        try (TomcatApp app = KoaApp.with(docBase, change)) {
            Visitor visitor = new Visitor(app);
            return Visitor.attributes(
                    visitor.setCookies(visitor.get("/set?a=1")).get(0));
        }
    }

    @Test
    void key_asInTheTutorial() throws Exception {
        try (TomcatApp app = KoaApp.with(docBase, builder -> builder.key("kkb:sess"))) {
            Visitor visitor = new Visitor(app, "kkb:sess");
            visitor.body("/set?a=1");
            assertFalse(visitor.id().isEmpty());
            assertEquals("1", visitor.body("/get?a"));
        }
    }

    @Test
    void maxAge_isTheAgeOfTheCookie() throws Exception {
        assertTrue(attributes(builder -> builder.maxAge(Duration.ofDays(7))).contains("Max-Age=604800"));
    }

    @Test
    void rolling_sendsTheCookieWithEachAnswerThatUsedTheSession() throws Exception {
        try (TomcatApp app =
                KoaApp.with(docBase, builder -> builder.rolling(true).maxAge(Duration.ofDays(1)))) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            assertTrue(visitor.setCookies(visitor.get("/get?a")).get(0).contains("; Max-Age=86400;"));
            assertEquals(List.of(), visitor.setCookies(visitor.get("/static")));
        }
    }

    @Test
    void httpOnly_off_showsTheCookieToScripts() throws Exception {
        assertTrue(attributes(builder -> {}).contains("HttpOnly"));
        assertFalse(attributes(builder -> builder.httpOnly(false)).contains("HttpOnly"));
    }

    @Test
    void secure_overTlsOnly() throws Exception {
        assertFalse(attributes(builder -> {}).contains("Secure")); // the test's own requests are not encrypted
        assertTrue(attributes(builder -> builder.secure(true)).contains("Secure"));
    }

    @Test
    void sameSite_strict() throws Exception {
        assertTrue(attributes(builder -> {}).contains("SameSite=Lax"));
        assertTrue(attributes(builder -> builder.sameSite(SameSite.STRICT)).contains("SameSite=Strict"));
    }

    @Test
    void partitioned_withWhatItNeeds() throws Exception {
        List<String> attributes =
                attributes(builder -> builder.partitioned(true).secure(true).sameSite(SameSite.NONE));
        assertTrue(attributes.containsAll(List.of("Partitioned", "Secure", "SameSite=None")), attributes.toString());
    }

    @Test
    void path_whereTheCookieIsShown() throws Exception {
        assertTrue(attributes(builder -> builder.path("/")).contains("Path=/"));
    }

    @Test
    void domain_whoIsShownTheCookie() throws Exception {
        assertTrue(attributes(builder -> builder.domain("example.org")).contains("Domain=example.org"));
    }

    /** koa-session hands on what its cookies know besides. */
    @Test
    void priority_isAnAttribute() throws Exception {
        assertTrue(attributes(builder -> builder.attribute("Priority", "High")).contains("Priority=High"));
    }

    @Test
    void overwrite_takesThePlaceOfOneWithItsName() throws Exception {
        assertEquals(1, cookiesBesideTheApplications(true));
        assertEquals(2, cookiesBesideTheApplications(false));
    }

    private int cookiesBesideTheApplications(boolean overwrite) throws Exception {
        try (TomcatApp app = KoaApp.with(docBase, builder -> builder.overwrite(overwrite))) {
            Visitor visitor = new Visitor(app);
            return visitor.setCookies(visitor.get("/own")).size();
        }
    }

    @Test
    void signed_byASecondCookie_withoutWhichTheFirstIsNone() throws Exception {
        try (TomcatApp app =
                KoaApp.with(docBase, builder -> builder.signed(true).keys("a secret of this shop"))) {
            HttpResponse<String> first = app.get("/set?a=1");
            String cookie = pair(first, "tenon.sid=");
            String proof = pair(first, "tenon.sid.sig=");
            assertEquals("1", app.get("/get?a", "Cookie", cookie + "; " + proof).body());
            assertEquals("no session", app.get("/get?a", "Cookie", cookie).body());
            assertEquals(
                    "no session",
                    app.get("/get?a", "Cookie", cookie + "; " + proof + "x").body());
        }
    }

    private static String pair(HttpResponse<String> answer, String start) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(start))
                .map(header -> header.substring(0, header.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
