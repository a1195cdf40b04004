package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CookieStyleTest {
    @Test
    void webXml_namesPathAndDomain() {
        CookieStyle style = style(Map.of("getPath", "/", "getDomain", "example.org"));
        assertEquals("/", style.path());
        assertEquals(Optional.of("example.org"), style.domain());
    }

    @Test
    void webXml_namesThePathOnly() {
        CookieStyle style = style(Map.of("getPath", "/"));
        assertEquals("/", style.path());
        assertEquals(Optional.empty(), style.domain());
    }

    @Test
    void liberty_saysItsDefaults_whichNobodyNamed() {
        CookieStyle style = style(Map.of("getPath", "/", "getDomain", ""));
        assertEquals("/shop", style.path());
        assertEquals(Optional.empty(), style.domain());
    }

    @Test
    void payara_throwsWhereNoAttributeIsSet_whichIsNone() {
        assertEquals(
                "/shop",
                style(Map.of("getAttributes", new NullPointerException("m is null")))
                        .path());
    }

    @Test
    void tomEe_isOfServlet5_whereACookieHasNoAttributes() {
        Error missing = new NoSuchMethodError();
        CookieStyle style = style(Map.of("getAttributes", missing, "getAttribute", missing));
        assertEquals("/shop", style.path());
        assertEquals(Map.of(), style.others());
    }

    @Test
    void jetty_hasNamesWithoutAValue_whichAreNoAttributes() {
        Map<String, String> attributes = new HashMap<>(Map.of("Priority", "High"));
        attributes.put("Jettys", null);
        assertEquals(
                Map.of("Priority", "High"),
                style(Map.of("getAttributes", attributes)).others());
    }

    private static CookieStyle style(Map<String, ?> cookieConfig) {
        return CookieStyle.of(SessionOptions.builder().build(), SessionsOfATest.context("/shop", cookieConfig));
    }
}
