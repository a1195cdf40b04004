package dev.tenon.realtime.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts servers and ends them. */
abstract class AdminFixture {
    @TempDir
    private Path docBase;

    private final List<AdminServer> servers = new ArrayList<>();

    /** @param keys names below {@code tenon.}, and values */
    final AdminServer start(String... keys) throws Exception {
        return start(List.of(), keys);
    }

    final AdminServer start(List<Class<?>> configurers, String... keys) throws Exception {
        AdminServer server = new AdminServer(docBase, configurers, keys);
        servers.add(server);
        return server;
    }

    @AfterEach
    void stop() throws Exception {
        for (AdminServer server : servers) {
            server.close();
        }
    }
}
