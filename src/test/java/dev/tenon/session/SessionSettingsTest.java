package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    @Test
    void webXml_namesPathAndDomain() {
        SessionOptions options = filled(Map.of("getPath", "/", "getDomain", "example.org"));
        assertEquals(Optional.of("/"), options.path());
        assertEquals(Optional.of("example.org"), options.domain());
    }

    @Test
    void webXml_namesThePathOnly() {
        SessionOptions options = filled(Map.of("getPath", "/"));
        assertEquals(Optional.of("/"), options.path());
        assertEquals(Optional.empty(), options.domain());
    }

    @Test
    void liberty_saysItsDefaults_whichNobodyNamed() {
        SessionOptions options = filled(Map.of("getPath", "/", "getDomain", ""));
        assertEquals(Optional.empty(), options.path());
        assertEquals(Optional.empty(), options.domain());
    }

    /** @param answers by the names of the methods; the others say what is said where nothing is set */
    private static SessionOptions filled(Map<String, String> answers) {
        SessionCookieConfig config = (SessionCookieConfig) Proxy.newProxyInstance(
                SessionSettingsTest.class.getClassLoader(),
                new Class<?>[] {SessionCookieConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMaxAge" -> -1;
                    case "isSecure" -> false;
                    default -> answers.get(method.getName());
                });
        SessionOptions.Builder builder = SessionOptions.builder();
        SessionSettings.fill(builder, config);
        return builder.build();
    }
}
