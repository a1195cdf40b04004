package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import dev.tenon.session.SessionOptions.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionOptionsTest {
    @Test
    void defaults_areSafe() {
        SessionOptions options = SessionOptions.builder().build();
        CookieStyle style = CookieStyle.of(options, SessionsOfATest.context());
        assertEquals("tenon.sid", style.key());
        assertTrue(style.httpOnly());
        assertEquals(SameSite.LAX, style.sameSite());
        assertTrue(options.cookie().maxAge().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kkb:sess", "JSESSIONID", "koa.sess", "a@b", "x[1]"})
    void key_thatBrowsersTake(String key) {
        assertEquals(
                key, SessionOptions.builder().key(key).build().cookie().key().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a;b", "a,b", "a\"b", "schlüssel", "a\r\nb"})
    void key_thatBrowsersDrop(String key) {
        assertRefused("key", builder -> builder.key(key));
    }

    @Test
    void allowKey_thatIsNoClass_isNamed() {
        SettingSource source = new SettingSource("context-param", Map.of("tenon.session.allow", "com.acme.*, a b"));
        SettingException refused =
                assertThrows(SettingException.class, () -> Settings.resolve(SessionSettings.ALL, List.of(source)));
        assertTrue(refused.getMessage().contains("tenon.session.allow=com.acme.*, a b (context-param): must be"));
    }

    @Test
    void wrongOption_isNamed() {
        assertRefused("maxAge", builder -> builder.maxAge(Duration.ZERO));
        assertRefused("maxAge", builder -> builder.maxAge("forever"));
        assertRefused("signed", builder -> builder.signed(true));
        assertRefused("keys", builder -> builder.keys("short"));
        assertRefused("prefix", builder -> builder.prefix("a;b"));
        assertRefused("externalKey", builder -> builder.externalKey(ExternalKey.header("a b")));
        assertRefused("attribute", builder -> builder.attribute("Path", "/"));
        assertRefused("path", builder -> builder.path("shop"));
        assertRefused("path", builder -> builder.path("/; Domain=example.org"));
        assertRefused("domain", builder -> builder.domain("example.org; x"));
        assertRefused("allow", builder -> builder.allow("com.acme.Cart*"));
        assertRefused("allow", builder -> builder.allow("*"));
        assertRefused("attributeSize", builder -> builder.attributeSize(0));
        assertRefused("checkExpirationInterval", builder -> builder.checkExpirationInterval(Duration.ofMillis(1)));
    }

    @Test
    void combination_thatBrowsersDrop_isRefused() {
        assertRefused("sameSite", builder -> builder.sameSite(SameSite.NONE));
        assertRefused("partitioned", builder -> builder.secure(true).partitioned(true));
        assertRefused("key", builder -> builder.key("__Secure-sid"));
        assertRefused("key", builder -> builder.key("__Host-sid").secure(true));
        assertRefused("key", builder -> builder.key("__Host-sid").path("/"));
        assertRefused(
                "key",
                builder -> builder.key("__Host-sid").secure(true).path("/").domain("example.org"));
    }

    @Test
    void combination_thatBrowsersTake() {
        start(SessionOptions.builder().sameSite(SameSite.NONE).secure(true));
        start(SessionOptions.builder().sameSite(SameSite.NONE).secure(true).partitioned(true));
        start(SessionOptions.builder().key("__Secure-sid").secure(true));
        start(SessionOptions.builder().key("__Host-sid").secure(true).path("/"));
    }

    private static void start(SessionOptions.Builder builder) {
        CookieStyle.of(builder.build(), SessionsOfATest.context()).checked();
    }

    private static void assertRefused(String option, Consumer<SessionOptions.Builder> change) {
        SessionOptions.Builder builder = SessionOptions.builder();
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> {
            change.accept(builder);
            start(builder);
        });
        assertTrue(refused.getMessage().startsWith(option + ": "), refused.getMessage());
    }
}
