package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreloadLinksTest {
    /** As Vite 6 writes it. */
    private static final String MANIFEST = """
            {
              "_shared-B7PI925R.js": {"file": "assets/shared-B7PI925R.js", "name": "shared", "css": ["assets/shared-ChJ_j-JJ.css"]},
              "admin/index.html": {"file": "assets/admin-BRBmoGS9.js", "isEntry": true, "imports": ["_shared-B7PI925R.js"],
                "dynamicImports": ["later.js"], "css": ["assets/admin-5UjPuW-k.css"]},
              "index.html": {"file": "assets/main-4Ek3w0s8.js", "isEntry": true, "imports": ["_shared-B7PI925R.js"]},
              "later.js": {"file": "assets/later-gkvgaI9m.js", "isDynamicEntry": true, "imports": ["admin/index.html"]}
            }""";

    @Test
    void entryOfThePage_isPreloaded_withWhatItImports() {
        assertEquals(
                Optional.of("</shop/assets/main-4Ek3w0s8.js>; rel=modulepreload; crossorigin, "
                        + "</shop/assets/shared-B7PI925R.js>; rel=modulepreload; crossorigin, "
                        + "</shop/assets/shared-ChJ_j-JJ.css>; rel=preload; as=style; crossorigin"),
                links(MANIFEST, "/index.html"));
    }

    @Test
    void pageOfAnotherName_amongSeveral_getsNone() {
        assertEquals(Optional.empty(), links(MANIFEST, "/other.html"));
    }

    @Test
    void onlyEntry_isThePage() {
        assertEquals(
                Optional.of("</shop/a.js>; rel=modulepreload; crossorigin"),
                links("{\"src/main.ts\": {\"file\": \"a.js\", \"isEntry\": true}}", "/index.html"));
    }

    @Test
    void whatIsNoManifestOfVite_isLeftOut() {
        assertEquals(Optional.empty(), links("{\"name\": \"Shop\", \"icons\": []}", "/index.html"));
        assertEquals(Optional.empty(), links("[]", "/index.html"));
        assertEquals(Optional.empty(), links("no json", "/index.html"));
    }

    private static Optional<String> links(String manifest, String page) {
        return PreloadLinks.of(manifest.getBytes(StandardCharsets.UTF_8), "/shop/", page);
    }
}
