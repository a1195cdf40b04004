package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.web.TrustedProxies;
import dev.tenon.session.SessionOptions.SameSite;
import dev.tenon.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
    private static final HttpServletRequest PLAIN = Requests.from("127.0.0.1", Map.of());
    private static final String ID = SessionId.random().text();

    private final Headers response = new Headers();

    @Test
    void telling_withDefaults() {
        assertEquals("tenon.sid=x; Path=/shop; HttpOnly; SameSite=Lax", told(SessionOptions.builder(), "/shop", PLAIN));
    }

    @Test
    void telling_withEverything() {
        SessionOptions.Builder options = SessionOptions.builder()
                .key("kkb:sess")
                .maxAge(Duration.ofDays(1))
                .secure(true)
                .httpOnly(false)
                .sameSite(SameSite.NONE)
                .partitioned(true)
                .path("/")
                .domain("example.org")
                .attribute("Priority", "High");
        String rest = "; Secure; SameSite=None; Partitioned; Priority=High";
        assertEquals("kkb:sess=x; Path=/; Domain=example.org; Max-Age=86400" + rest, told(options, "/shop", PLAIN));
        transport(options.build(), "/shop").forget(PLAIN, response.response());
        assertEquals(List.of("kkb:sess=; Path=/; Domain=example.org; Max-Age=0" + rest), response.values());
    }

    @Test
    void path_isWhatBrowsersCompareWith() {
        assertEquals(
                "tenon.sid=x; Path=/%E5%95%86%20a%3Bb; HttpOnly; SameSite=Lax",
                told(SessionOptions.builder(), "/商 a;b", PLAIN));
    }

    @Test
    void secure_followsTheTrustedProxy() {
        HttpServletRequest request = Requests.from("127.0.0.1", Map.of("X-Forwarded-Proto", "https"));
        assertEquals("tenon.sid=x; Path=/; HttpOnly; SameSite=Lax", told(SessionOptions.builder(), "", request));
        SessionOptions options = SessionOptions.builder().build();
        new TransportChoice(
                        SessionsOfATest.context(""),
                        options,
                        TrustedProxies.parse("127.0.0.1"),
                        new SessionIds(options))
                .get()
                .tell(request, response.response(), "x", Optional.empty());
        assertEquals(List.of("tenon.sid=x; Path=/; Secure; HttpOnly; SameSite=Lax"), response.values());
    }

    @Test
    void overwrite_takesTheOlderOneBack() {
        response.response().addHeader("Set-Cookie", "a=b");
        told(SessionOptions.builder(), "", "1");
        told(SessionOptions.builder(), "", "2");
        assertEquals(2, response.values().size());
        told(SessionOptions.builder().overwrite(false), "", "3");
        assertEquals(3, response.values().size());
        assertEquals("a=b", response.values().get(0));
    }

    @Test
    void signed_believesWhatAnyKeySigned_andNothingElse() {
        SessionOptions.Builder old = SessionOptions.builder().signed(true).keys("an old secret of ours");
        told(old, "", ID);
        String signature = response.values().get(1).split("[=;]", -1)[1];
        SessionOptions.Builder both =
                SessionOptions.builder().signed(true).keys("a new secret of ours", "an old secret of ours");
        String cookies = "tenon.sid=" + ID + "; tenon.sid.sig=";
        assertEquals(Optional.of(ID), read(both, cookies + signature));
        assertEquals(Optional.empty(), read(both, cookies + "x"));
        assertEquals(Optional.empty(), read(both, "tenon.sid=" + ID));
        assertEquals(Optional.empty(), read(both.keys("a third secret of ours"), cookies + signature));
    }

    @Test
    void read_findsTheOneAmongMany() {
        assertEquals(Optional.empty(), read("tenon.sid2=a; xtenon.sid=b; tenon.sid"));
        assertEquals(Optional.of("x"), read("a=b; tenon.sid=x; c=d"));
        assertEquals(Optional.of("x"), read("a=b;tenon.sid=x"));
        assertEquals(Optional.of(ID), read("tenon.sid=tossed; tenon.sid=" + ID));
        assertEquals(Optional.of("first"), read("tenon.sid=first; tenon.sid=second"));
    }

    @Test
    void read_takesTheQuotesOff_thatJavasOwnClientSends() {
        assertEquals(Optional.of(ID), read("$Version=\"1\"; tenon.sid=\"" + ID + "\";$Path=\"/\""));
        assertEquals(Optional.of("\""), read("tenon.sid=\""));
    }

    private static Optional<String> read(String header) {
        return read(SessionOptions.builder(), header);
    }

    private static Optional<String> read(SessionOptions.Builder options, String header) {
        return transport(options.build(), "").read(Requests.from("127.0.0.1", Map.of("Cookie", header)));
    }

    private String told(SessionOptions.Builder options, String contextPath, HttpServletRequest request) {
        transport(options.build(), contextPath).tell(request, response.response(), "x", Optional.empty());
        return response.values().get(0);
    }

    private void told(SessionOptions.Builder options, String contextPath, String id) {
        transport(options.build(), contextPath).tell(PLAIN, response.response(), id, Optional.empty());
    }

    private static SessionTransport transport(SessionOptions options, String contextPath) {
        return new TransportChoice(
                        SessionsOfATest.context(contextPath),
                        options,
                        TrustedProxies.parse(""),
                        new SessionIds(options))
                .get();
    }

    /** The cookies of a response. */
    private static final class Headers {
        private final List<String> values = new ArrayList<>();

        List<String> values() {
            return values;
        }

        HttpServletResponse response() {
            return (HttpServletResponse) Proxy.newProxyInstance(
                    Headers.class.getClassLoader(),
                    new Class<?>[] {HttpServletResponse.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getHeaders" -> values;
                        case "addHeader" -> {
                            values.add((String) arguments[1]);
                            yield null;
                        }
                        case "setHeader" -> {
                            values.clear();
                            values.add((String) arguments[1]);
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }
    }
}
