package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/page.jsp",
                "/assets/PAGE.JSP",
                "/assets/head.jspf",
                "/assets/page.jspx",
                "/assets/button.tag",
                "/assets/page.jsp/",
                "/assets/app.js/"
            })
    void textOfAProgram_isNobodysBusiness(String path) {
        assertTrue(Paths.isProgram(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/app.js", "/assets/page.jsp.js", "/v1.jsp/app", "/assets/jsp"})
    void otherFiles_areSent(String path) {
        assertFalse(Paths.isProgram(path));
    }
}
