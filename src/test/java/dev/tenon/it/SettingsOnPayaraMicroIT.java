package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SettingsOnPayaraMicroIT extends SettingsContract {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }

    @Test
    void microProfile_comesBeforeContextParam() throws IOException {
        assertEquals("micro", page(server(), "/micro"));
    }

    @Test
    void environment_comesBeforeMicroProfile() throws Exception {
        try (Server server = create().environment("TENON_FALLBACK_INDEX", "/environment.html")) {
            server.deploy("/app", inMicroProfile().write("settings-environment"));
            server.start("/app/file.html");
            assertEquals("environment", page(server, "/app"));
        }
    }
}
