package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPageTest {
    private static HttpServletRequest sentTo(String uri) {
        return new HttpServletRequestWrapper(Requests.form("uname=abc")) {
            @Override
            public String getRequestURI() {
                return uri;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/sign-up", "/shop/%E7%94%A8%E6%88%B7", "/shop/v1.2/a%20b"})
    void addressOfTheForm_mayBeShown(String path) {
        assertTrue(FormPage.isOwn(sentTo(path), path));
        assertTrue(FormPage.isOwn(sentTo(path), path + "?step=2"));
        assertFalse(FormPage.isOwn(sentTo("/shop/other"), path));
    }

    /** Undertow 2.3 hands such a path to a servlet, and resolves it when it forwards. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/sign-up/../WEB-INF/web.xml",
                "/shop/sign-up/..;x/WEB-INF/web.xml",
                "/shop/sign-up/%2E./WEB-INF/web.xml",
                "/shop/sign-up/.%2e/WEB-INF/web.xml",
                "/shop/sign-up/..%2FWEB-INF/web.xml",
                "/shop/sign-up/..%5cWEB-INF/web.xml"
            })
    void addressThatLeadsElsewhere_isNotShown(String path) {
        assertFalse(FormPage.isOwn(sentTo(path), path));
    }

    @Test
    void choiceOfTheApplication_mayBeShown() {
        HttpServletRequest request = sentTo("/shop/api/sign-up");
        assertFalse(FormPage.isOwn(request, "/shop/sign-up"));
        Check.of(request).page("/sign-up");
        assertTrue(FormPage.isOwn(request, "/shop/sign-up"));
    }
}
