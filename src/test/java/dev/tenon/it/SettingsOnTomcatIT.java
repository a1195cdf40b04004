package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SettingsOnTomcatIT extends SettingsContract {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }

    @Test
    void microProfile_isNotMissed() throws IOException {
        assertEquals("param", page(server(), "/micro"));
    }

    @Test
    void environment_comesBeforeContextParam() throws Exception {
        try (Server server = create().environment("TENON_FALLBACK_INDEX", "/environment.html")) {
            server.deploy("/app", inMicroProfile().write("settings-environment"));
            server.start("/app/file.html");
            assertEquals("environment", page(server, "/app"));
        }
    }

    @Test
    void systemProperty_comesBeforeEnvironment() throws Exception {
        try (Server server = create().environment("TENON_FALLBACK_INDEX", "/environment.html")) {
            server.systemProperty("tenon.fallback.index", "/system.html");
            server.deploy("/app", inMicroProfile().write("settings-system"));
            server.start("/app/file.html");
            assertEquals("system", page(server, "/app"));
        }
    }
}
