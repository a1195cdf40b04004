package dev.tenon.session.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.session.IdHash;
import dev.tenon.session.SessionDelta;
import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract does not say: the database and its connections. */
class JdbcSessionStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final IdHash ID = IdHash.of("id");
    private static final String URL = "jdbc:h2:mem:store";

    private Connection first; // the database lives as long as this

    @BeforeEach
    void open() throws SQLException {
        first = source(URL).getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        first.close();
    }

    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }

    @Test
    void applications_shareTablesAndNoSessions() {
        SessionStore shop = new JdbcSessionStore(() -> source(URL), "/shop");
        SessionStore desk = new JdbcSessionStore(() -> source(URL), "/desk");
        shop.create(ID, "alias", NOW, HOUR);
        assertTrue(desk.find(ID, NOW).isEmpty());
        assertEquals(List.of(), desk.claimExpired(NOW.plus(HOUR), 10));
        assertEquals(1, shop.claimExpired(NOW.plus(HOUR), 10).size());
    }

    @Test
    void connectionsThatDoNotCommitByThemselves_areMadeTo() throws SQLException {
        try (Connection lasting = source(URL).getConnection()) {
            SessionStore store = new JdbcSessionStore(() -> always(lasting), "/shop");
            lasting.setAutoCommit(false);
            long row = store.create(ID, "alias", NOW, HOUR);
            store.save(row, new SessionDelta(Map.of("a", new byte[1]), Set.of("b"), Optional.of(HOUR)));
            lasting.rollback();
            assertEquals(
                    Set.of("a"), store.find(ID, NOW).orElseThrow().attributes().keySet());
        }
    }

    /** A pool of one connection, which it does not close. */
    private static DataSource always(Connection connection) {
        Connection open = proxy(
                Connection.class,
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (proxy, method, arguments) -> open);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(JdbcSessionStoreTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Who claims has to tell of each end; nobody else will. */
    @Test
    void claim_thatFailsMidway_returnsWhatItClaimed() {
        AtomicInteger connections = new AtomicInteger(Integer.MAX_VALUE);
        SessionStore store = new JdbcSessionStore(() -> lasting(connections), "/shop");
        for (int i = 0; i < 5; i++) {
            store.create(IdHash.of("id" + i), "alias", NOW, HOUR);
        }
        connections.set(4); // one to look, one for each that is claimed
        assertEquals(3, store.claimExpired(NOW.plus(HOUR), 10).size());
        assertThrows(SessionStoreException.class, () -> store.claimExpired(NOW.plus(HOUR), 10));
        connections.set(Integer.MAX_VALUE);
        assertEquals(2, store.claimExpired(NOW.plus(HOUR), 10).size());
    }

    /** A database that gives so many connections and then is away. */
    private static DataSource lasting(AtomicInteger connections) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (connections.getAndDecrement() <= 0) {
                throw new SQLException("the database is away", "08001");
            }
            return source(URL).getConnection();
        });
    }

    @Test
    void databaseThatIsAway_isSaidToTheClientAs503() {
        SessionStore store = new JdbcSessionStore(() -> source("jdbc:h2:mem:none;IFEXISTS=TRUE"), "/shop");
        store.open();
        SessionStoreException away = assertThrows(SessionStoreException.class, () -> store.find(ID, NOW));
        assertEquals(503, away.problem().status());
    }
}
