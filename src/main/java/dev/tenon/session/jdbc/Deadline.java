package dev.tenon.session.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Until when the database has to answer: a server that hangs would hold a request for ever, and with it a thread. */
final class Deadline {
    private static final Logger LOG = System.getLogger(Deadline.class.getName());
    private static final int UNKNOWN = -1;
    private static final int LEAST_MILLIS = 250;

    private final long end;

    Deadline(Duration timeout) {
        end = System.nanoTime() + timeout.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Bounds each answer on the connection by what is left, and returns what bounded it before. */
    int begin(Connection connection) {
        long left = Math.max(LEAST_MILLIS, (end - System.nanoTime()) / 1_000_000);
        try {
            int usual = connection.getNetworkTimeout();
            if (usual == 0 || usual > left) {
                connection.setNetworkTimeout(Runnable::run, (int) Math.min(left, Integer.MAX_VALUE));
                return usual;
            }
        } catch (SQLException | AbstractMethodError e) {
            LOG.log(Level.TRACE, "a driver without time limits", e);
        }
        return UNKNOWN;
    }

    /** A connection that is lost is not used again. */
    void end(Connection connection, int usual) {
        try {
            if (usual != UNKNOWN && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException e) {
            LOG.log(Level.TRACE, "the connection is lost", e);
        }
    }
}
