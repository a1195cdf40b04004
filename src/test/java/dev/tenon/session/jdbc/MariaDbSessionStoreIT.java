package dev.tenon.session.jdbc;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.tenon.it.MariaDb;
import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A real server, whose default charset is latin1. */
class MariaDbSessionStoreIT extends SessionStoreContract {
    private static MariaDb server;
    private static SessionStore store;

    @BeforeAll
    static void start() {
        server = MariaDb.start();
        MysqlDataSource source = new MysqlDataSource();
        source.setURL(server.url());
        store = new JdbcSessionStore(() -> source, "/shop");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected SessionStore store() {
        return store;
    }
}
