package dev.tenon.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SampleSessionOnMariaDbIT extends SampleSessionContract {
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
