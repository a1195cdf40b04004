package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.web.TrustedProxies;
import dev.tenon.session.SessionOptions.SameSite;
import dev.tenon.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
    private static final HttpServletRequest PLAIN = Requests.from("127.0.0.1", Map.of());
    private static final String ID = SessionId.random().text();

    @Test
    void telling_withDefaults() {
        assertEquals(
                "tenon.sid=x; Path=/shop; HttpOnly; SameSite=Lax",
                cookie(SessionOptions.builder().build(), "/shop").telling("x", PLAIN));
    }

    @Test
    void telling_withEverything() {
        SessionOptions options = SessionOptions.builder()
                .key("kkb:sess")
                .maxAge(Duration.ofDays(1))
                .secure(true)
                .httpOnly(false)
                .sameSite(SameSite.NONE)
                .path("/")
                .domain("example.org")
                .build();
        assertEquals(
                "kkb:sess=x; Path=/; Domain=example.org; Max-Age=86400; Secure; SameSite=None",
                cookie(options, "/shop").telling("x", PLAIN));
        assertEquals(
                "kkb:sess=; Path=/; Domain=example.org; Max-Age=0; Secure; SameSite=None",
                cookie(options, "/shop").expiring(PLAIN));
    }

    @Test
    void path_isWhatBrowsersCompareWith() {
        assertEquals(
                "tenon.sid=x; Path=/%E5%95%86%20a%3Bb; HttpOnly; SameSite=Lax",
                cookie(SessionOptions.builder().build(), "/商 a;b").telling("x", PLAIN));
    }

    @Test
    void secure_followsTheTrustedProxy() {
        HttpServletRequest request = Requests.from("127.0.0.1", Map.of("X-Forwarded-Proto", "https"));
        SessionCookie trusting =
                new SessionCookie(SessionOptions.builder().build(), TrustedProxies.parse("127.0.0.1"), "");
        assertEquals("tenon.sid=x; Path=/; Secure; HttpOnly; SameSite=Lax", trusting.telling("x", request));
        assertEquals(
                "tenon.sid=x; Path=/; HttpOnly; SameSite=Lax",
                cookie(SessionOptions.builder().build(), "").telling("x", request));
    }

    @Test
    void read_findsTheOneAmongMany() {
        assertEquals(Optional.empty(), read("tenon.sid2=a; xtenon.sid=b; tenon.sid"));
        assertEquals(Optional.of("x"), read("a=b; tenon.sid=x; c=d"));
        assertEquals(Optional.of("x"), read("a=b;tenon.sid=x"));
        assertEquals(Optional.of(ID), read("tenon.sid=tossed; tenon.sid=" + ID));
        assertEquals(Optional.of("first"), read("tenon.sid=first; tenon.sid=second"));
    }

    private static Optional<String> read(String header) {
        return cookie(SessionOptions.builder().build(), "").read(Requests.from("127.0.0.1", Map.of("Cookie", header)));
    }

    private static SessionCookie cookie(SessionOptions options, String contextPath) {
        return new SessionCookie(options, TrustedProxies.parse(""), contextPath);
    }
}
