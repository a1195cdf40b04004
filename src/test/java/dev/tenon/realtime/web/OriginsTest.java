package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.web.TrustedProxies;
import dev.tenon.web.Requests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins own = new Origins(CorsOptions.of(List.of(), false));

    @ParameterizedTest
    @CsvSource({
        "http://example.com, example.com, true",
        "https://example.com, example.com, true",
        "https://Example.COM, example.com:443, true",
        "http://example.com, example.com:80, true",
        "http://example.com:8080, example.com:8080, true",
        "http://[::1]:8080, [::1]:8080, true",
        "http://example.com, example.com:8080, false",
        "http://example.com:443, example.com, false",
        "http://evil.com, example.com, false",
        "http://example.com.evil.com, example.com, false",
        "http://evil-example.com, example.com, false",
        "null, example.com, false",
        "example.com, example.com, false",
        "http://, example.com, false",
        ", example.com, true",
        ", , true",
        "http://example.com, , false",
    })
    void origin_mustBeTheHosts(String origin, String host, boolean allowed) {
        assertEquals(allowed, own.allow(origin, host, false));
    }

    @Test
    void origin_allowedByCors_isLetIn() {
        Origins named = new Origins(CorsOptions.of(List.of("https://friend.com"), true));
        assertTrue(named.allow("https://friend.com", "example.com", true));
        assertTrue(named.allow("https://example.com", "example.com", true));
        assertEquals(false, named.allow("https://evil.com", "example.com", true));
        assertTrue(new Origins(CorsOptions.of(List.of("*"), false)).allow("null", "example.com", true));
    }

    @Test
    void insecurePageOfTheSameHost_isAnotherOrigin_overTls() {
        assertTrue(own.allow("https://example.com", "example.com", true));
        assertFalse(own.allow("http://example.com", "example.com", true));
    }

    @ParameterizedTest
    @CsvSource({
        ", , , true",
        "http://example.com, , , true",
        "http://evil.com, , , false",
        ", same-origin, cors, true",
        "http://inside:8080, same-origin, cors, true", // of a proxy that does not pass the host on
        ", same-origin, navigate, false",
        ", none, navigate, false",
        ", cross-site, navigate, false",
        ", cross-site, no-cors, false",
        ", same-site, no-cors, false",
        "http://evil.com, cross-site, no-cors, false",
        "http://friend.com, cross-site, cors, true",
    })
    void request_ofAnotherSite_isNotTrusted(String origin, String site, String mode, boolean trusted) {
        Origins named = new Origins(CorsOptions.of(List.of("http://friend.com"), true));
        Map<String, String> headers = new HashMap<>();
        headers.put("Host", "example.com");
        headers.put("Origin", origin);
        headers.put("Sec-Fetch-Site", site);
        headers.put("Sec-Fetch-Mode", mode);
        assertEquals(trusted, named.trust(Requests.from("127.0.0.1", headers), TrustedProxies.parse("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "https://example.com/", "https://example.com/page", "", "https://", "a b"})
    void corsOrigin_thatIsNone_isNamed(String origin) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> CorsOptions.of(List.of(origin), false));
        assertTrue(wrong.getMessage().contains("'" + origin + "'"), wrong.getMessage());
    }

    @Test
    void credentials_forEveryOrigin_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> CorsOptions.of(List.of("*"), true));
    }
}
