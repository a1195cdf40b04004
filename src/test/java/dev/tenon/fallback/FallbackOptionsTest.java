package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackOptionsTest {
    @Test
    void defaults_areThoseOfTheReference() {
        FallbackOptions options = FallbackOptions.builder().build();
        assertEquals("/index.html", options.index());
        assertEquals(List.of(), options.exclude());
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "", "/WEB-INF/index.html", "/web-inf/x.html", "/META-INF/x.html"})
    void index_thatNoBrowserMayAskFor_isRefused(String path) {
        assertThrows(
                IllegalArgumentException.class, () -> FallbackOptions.builder().index(path));
    }

    @Test
    void exclude_withoutSlash_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FallbackOptions.builder().exclude("api").build());
    }

    @Test
    void excludeKey_withoutSlash_isNamed() {
        SettingSource source = new SettingSource("context-param", Map.of("tenon.fallback.exclude", "/api, assets"));
        SettingException refused = assertThrows(
                SettingException.class,
                () -> Settings.resolve(new FallbackFeature(Optional.empty()).settings(), List.of(source)));
        assertTrue(refused.getMessage().contains("tenon.fallback.exclude=/api, assets (context-param): must be"));
    }

    @Test
    void rewritesKey_splitsAtCommas_butNotThoseOfAnExpression() {
        FallbackOptions options = options(Map.of(
                "tenon.fallback.rewrites", "/admin/** -> /admin/index.html, ^/[a-z]{1,2}/x -> /$1.html,/a->/b.html"));
        assertEquals(3, options.rewrites().size());
        assertEquals("/b.html", FallbackRules.of(options).decide(Ask.get("/a")).target());
        assertEquals(
                "/admin/index.html",
                FallbackRules.of(options).decide(Ask.get("/admin/x")).target());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rewrites | /a",
                "rewrites | /a -> b.html",
                "rewrites | ( -> /b.html",
                "mode | lax",
                "disableDotRule | yes",
                "assets | /",
                "assets | static",
                "base | href",
                "config | title",
                "manifest | manifest.json",
                "exclude | ^(",
                "index | /WEB-INF/index.html"
            })
    void wrongValue_isNamed(String option, String value) {
        SettingException refused =
                assertThrows(SettingException.class, () -> options(Map.of("tenon.fallback." + option, value)));
        assertTrue(
                refused.getMessage().contains("tenon.fallback." + option + "=" + value + " (context-param): must be"),
                refused.getMessage());
    }

    @Test
    void bothNamesOfExclude_count_andAreWhatTheModeSays() {
        Map<String, String> both = Map.of("tenon.fallback.exclude", "/a", "tenon.fallback.whiteList", "^/b");
        assertEquals(List.of("/a", "^/b"), options(both).exclude());
        FallbackOptions koa2 = options(Map.of("tenon.fallback.mode", "koa2", "tenon.fallback.whiteList", "api, x$"));
        assertEquals(List.of("api", "x$"), koa2.exclude());
        assertThrows(IllegalArgumentException.class, () -> options(Map.of("tenon.fallback.whiteList", "api")));
    }

    @Test
    void keys_setEveryOption() {
        FallbackOptions options = options(Map.of(
                "tenon.fallback.mode", "compat",
                "tenon.fallback.htmlAcceptHeaders", "text/html",
                "tenon.fallback.disableDotRule", "true",
                "tenon.fallback.verbose", "true",
                "tenon.fallback.serve", "false",
                "tenon.fallback.assets", "/static, /media",
                "tenon.fallback.base", "add",
                "tenon.fallback.cspNonce", "NONCE",
                "tenon.fallback.manifest", "none",
                "tenon.fallback.config", "a=1,b=2"));
        assertEquals(FallbackMode.COMPAT, options.mode());
        assertEquals(List.of("text/html"), options.htmlAcceptHeaders());
        assertTrue(options.disableDotRule());
        assertTrue(options.logger() != null);
        assertTrue(!options.serve());
        assertEquals(List.of("/static/", "/media/"), options.assets());
        assertEquals(
                new PageOptions(BasePath.ADD, "NONCE", null, Map.of("a", "1", "b", "2"), null, null), options.page());
    }

    private static FallbackOptions options(Map<String, String> values) {
        Settings settings = Settings.resolve(
                new FallbackFeature(Optional.empty()).settings(), List.of(new SettingSource("context-param", values)));
        return FallbackSettings.builder(settings).build();
    }
}
