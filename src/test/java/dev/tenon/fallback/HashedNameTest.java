package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/index-D3xf_9aK.js",
                "/assets/index-BfG2xY-9.css",
                "/assets/my-page-DiwrgTda.js",
                "/assets/_plugin-vue_export-helper-DlAUqK2U.js",
                "/assets/logo-D3xf_9aK.svg",
                "/assets/index-D3xf_9aK.js.map",
                "/assets/index-D3xf_9aK.js.br",
                "/static/js/main.3f2a9c1b.js",
                "/static/js/787.4e5f8a1c.chunk.js",
                "/main-5QXYZAB7.js",
                "/chunk.0123456789abcdef0123456789abcdef.css"
            })
    void nameOfABundler_isKept(String path) {
        assertTrue(HashedName.is(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/index.js",
                "/assets/logo.svg",
                "/assets/my-favorite.png",
                "/assets/Our-Workshop.png",
                "/assets/IMG-20240115.jpg",
                "/assets/photo-holiday1.jpg",
                "/assets/my-new-logo.png",
                "/assets/brand-BIGLOGOS.svg",
                "/assets/font-face-a.woff2",
                "/assets/hero-1920x1080.jpg",
                "/assets/screen-1024x768.png",
                "/assets/Roboto-BoldItalic.woff2",
                "/assets/Inter-ExtraBold.woff2",
                "/assets/OpenSans-SemiBold.woff2",
                "/assets/logo-DarkMode.svg",
                "/assets/logo-darkMode.svg",
                "/assets/brand-iPhone15Pro.png",
                "/assets/jquery-3.7.1.min.js",
                "/assets/D3xf_9aK.js",
                "/assets-D3xf_9aK/index.js"
            })
    void nameOfAPerson_isAskedForAgain(String path) {
        assertFalse(HashedName.is(path));
    }
}
