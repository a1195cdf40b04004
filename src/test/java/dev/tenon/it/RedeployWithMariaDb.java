package dev.tenon.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Connector/J starts a thread of its own, which has to be stopped. */
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
    String databaseUrl(Server server) {
        return mariaDb.url();
    }
}
