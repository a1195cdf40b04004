package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Connector/J starts a thread of its own, which has to be stopped; and the application is of a cluster over its database. */
abstract class RedeployWithMariaDb extends RedeployContract {
    private static MariaDb mariaDb;

    @BeforeAll
    static void start() {
        mariaDb = MariaDb.start();
    }

    @AfterAll
    static void stop() {
        mariaDb.close();
    }

    @Override
    void join(Server server) {
        server.environment("TENON_REALTIME_JDBC_ENABLED", "true");
    }

    @Override
    void assertJoined(Server server) throws IOException {
        assertTrue(server.hasSaid("TENON-R13 Realtime is one of a cluster over the application's database"));
    }

    @Override
    String databaseUrl(Server server) {
        return mariaDb.url();
    }
}
