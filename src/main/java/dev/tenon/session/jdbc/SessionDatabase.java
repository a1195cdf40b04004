package dev.tenon.session.jdbc;

import dev.tenon.kernel.jdbc.Schema;
import dev.tenon.kernel.web.ConnectionSource;
import dev.tenon.session.SessionStoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work on a connection of its own, in the caller's thread: makes the tables before the first, and tries again where InnoDB or H2 chose it
 * to end a deadlock. Thread-safe.
 */
final class SessionDatabase {
    private static final Logger LOG = System.getLogger(SessionDatabase.class.getName());
    private static final Schema TABLES =
            new Schema(SessionDatabase.class, "SELECT row_id FROM tenon_session_attribute WHERE 1 = 0");
    private static final int ATTEMPTS = 10;
    private static final int LEAST_ATTEMPTS = 3; // one lost lock alone may take H2 the whole time

    private final ConnectionSource source;
    private volatile Dialect dialect; // null until the tables are known to be there

    SessionDatabase(ConnectionSource source) {
        this.source = source;
    }

    void open() {
        source.dataSource();
    }

    <T> T run(Work<T> work) {
        Deadline deadline = new Deadline(source.timeout());
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work, deadline);
            } catch (SQLException e) {
                boolean late = deadline.isOver() && attempt >= LEAST_ATTEMPTS;
                if (late || attempt == ATTEMPTS || !isPassing(e)) {
                    LOG.log(Level.WARNING, "TENON-S14 The database of the sessions does not do its work", e);
                    throw new SessionStoreException(e);
                }
                pause(attempt);
            }
        }
    }

    private <T> T attempt(Work<T> work, Deadline deadline) throws SQLException {
        try (Connection connection = source.dataSource().getConnection()) {
            boolean switched = !connection.getAutoCommit() && switchAutoCommitOn(connection);
            int usual = deadline.begin(connection);
            try {
                return work.on(connection, dialect(connection));
            } finally {
                deadline.end(connection, usual);
                if (switched) {
                    connection.setAutoCommit(false);
                }
            }
        }
    }

    /** A pool of the application may be set up without; inside a global transaction there is none, and the work is part of that. */
    private static boolean switchAutoCommitOn(Connection connection) {
        try {
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException inGlobalTransaction) {
            LOG.log(Level.TRACE, "takes part in a global transaction", inGlobalTransaction);
            return false;
        }
    }

    /** Several threads may make the tables at once: the script allows it. */
    private Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            TABLES.ensure(connection);
            dialect = known;
        }
        return known;
    }

    private boolean isPassing(SQLException e) {
        Dialect known = dialect;
        return known == null ? Arrays.stream(Dialect.values()).anyMatch(each -> each.isPassing(e)) : known.isPassing(e);
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, 4 * attempt + 1)));
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection, Dialect dialect) throws SQLException;
    }
}
