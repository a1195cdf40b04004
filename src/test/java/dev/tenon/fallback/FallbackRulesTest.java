package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackRulesTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final FallbackRules rules = new FallbackRules(
            FallbackOptions.builder().exclude("/api", "/legacy/").build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agent/conversations/42",
                "/agent",
                "/users/jane.doe",
                "/docs/v1.2/intro",
                "/foo.",
                "/apiary",
                "/用户/1"
            })
    void navigation_toARoute_getsThePage(String path) {
        assertTrue(rules.isRoute(get(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/x.js",
                "/assets/index-BfG2.css",
                "/favicon.ico",
                "/robots.txt",
                "/app.js.map",
                "/REPORT.PDF",
                "/.well-known/security.txt",
                "/.well-known/change-password",
                "/.git/HEAD",
                "/a/../b",
                "/api",
                "/api/orders",
                "/legacy/x"
            })
    void navigation_toWhatIsNoRoute_passes(String path) {
        assertFalse(rules.isRoute(get(path)));
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "PUT, false", "OPTIONS, false", "get, false"})
    void method_decides(String method, boolean page) {
        assertEquals(page, rules.isRoute(new Navigation(method, "/agent", BROWSER, null, false, false)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            delimiter = '|',
            value = {
                "absent | true",
                "*/* | true",
                "text/html | true",
                "TEXT/HTML | true",
                "text/* | true",
                "text/html;q=0 | false",
                "text/html;q=0, */* | false",
                "application/json | false",
                "application/json, */* | false",
                "application/json, text/plain, */* | false",
                "text/html;q=0.5, application/json | false",
                "application/problem+json | false",
                "image/avif,image/webp | false",
                "text/html;q=loud | false"
            })
    void accept_isNegotiated(String accept, boolean page) {
        assertEquals(page, rules.isRoute(new Navigation("GET", "/agent", accept, null, false, false)));
    }

    @ParameterizedTest
    @CsvSource({"navigate, true", "cors, false", "no-cors, false", "same-origin, false", "websocket, false"})
    void fetchMode_isBelieved(String mode, boolean page) {
        assertEquals(page, rules.isRoute(new Navigation("GET", "/agent", "*/*", mode, false, false)));
    }

    @Test
    void upgrade_passes() {
        assertFalse(rules.isRoute(new Navigation("GET", "/agent", BROWSER, null, true, false)));
    }

    @Test
    void pathOfAServlet_passes() {
        assertFalse(rules.isRoute(new Navigation("GET", "/agent", BROWSER, null, false, true)));
    }

    private static Navigation get(String path) {
        return new Navigation("GET", path, BROWSER, null, false, false);
    }
}
