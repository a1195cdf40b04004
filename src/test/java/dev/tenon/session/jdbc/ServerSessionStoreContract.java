package dev.tenon.session.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.DatabaseServer;
import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What every store promises, in the tables of a real server that the subclass starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerSessionStoreContract extends SessionStoreContract {
    private DatabaseServer server;
    private HikariDataSource pool;
    private SessionStore store;

    abstract DatabaseServer startServer() throws Exception;

    @BeforeAll
    void start() throws Exception {
        server = startServer();
        pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        store = new JdbcSessionStore(() -> pool, "/shop");
    }

    @AfterAll
    void stop() {
        pool.close();
        server.close();
    }

    @Override
    protected final SessionStore store() {
        return store;
    }
}
