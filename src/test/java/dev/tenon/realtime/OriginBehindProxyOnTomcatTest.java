package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host that a trusted proxy was asked for is the one whose pages may connect. */
class OriginBehindProxyOnTomcatTest {
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";

    @TempDir
    private Path docBase;

    @Test
    void forwardedHost_isTheOneThatCounts() throws Exception {
        TomcatApp app = TomcatApp.at("", docBase)
                .param("tenon.realtime.enabled", "true")
                .param("tenon.web.trustedProxies", "127.0.0.1");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        try (TomcatApp started = app.start()) {
            assertEquals(101, status(started, "https://shop.example"));
            assertEquals(403, status(started, "https://evil.example"));
            assertEquals(
                    403, status(started, "http://127.0.0.1:" + started.uri("/").getPort()));
        }
    }

    private static int status(TomcatApp app, String origin) throws Exception {
        String[] headers = {
            "Host: 127.0.0.1:" + app.uri("/").getPort(),
            "X-Forwarded-Host: shop.example",
            "X-Forwarded-Proto: https",
            "Origin: " + origin
        };
        try (RawSocket socket = new RawSocket(app.uri(WEBSOCKET), 1 << 16, headers)) {
            return socket.status();
        }
    }
}
