package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
}
