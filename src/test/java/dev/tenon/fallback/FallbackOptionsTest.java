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
                IllegalArgumentException.class, () -> FallbackOptions.builder().exclude("api"));
    }

    @Test
    void excludeKey_withoutSlash_isNamed() {
        SettingSource source = new SettingSource("context-param", Map.of("tenon.fallback.exclude", "/api, assets"));
        SettingException refused = assertThrows(
                SettingException.class,
                () -> Settings.resolve(new FallbackFeature(Optional.empty()).settings(), List.of(source)));
        assertTrue(refused.getMessage().contains("tenon.fallback.exclude=/api, assets (context-param): must be"));
    }
}
