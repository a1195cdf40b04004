package dev.tenon.session.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.MariaDb;
import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A real server, whose default charset is latin1. */
class MariaDbSessionStoreIT extends SessionStoreContract {
    private static MariaDb server;
    private static HikariDataSource pool;
    private static SessionStore store;

    @BeforeAll
    static void start() {
        server = MariaDb.start();
        pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        store = new JdbcSessionStore(() -> pool, "/shop");
    }

    @AfterAll
    static void stop() {
        pool.close();
        server.close();
    }

    @Override
    protected SessionStore store() {
        return store;
    }
}
