package dev.tenon.session.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.DatabaseServer;
import dev.tenon.kernel.web.ConnectionSource;
import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreContract;
import java.time.Duration;
import javax.sql.DataSource;
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
        store = new JdbcSessionStore(new Patient(pool), "/shop");
    }

    /** 16 MiB may take a busy machine longer than a request would wait. */
    private record Patient(DataSource dataSource) implements ConnectionSource {
        @Override
        public Duration timeout() {
            return Duration.ofSeconds(20);
        }
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
