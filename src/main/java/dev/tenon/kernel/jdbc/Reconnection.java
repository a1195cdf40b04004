package dev.tenon.kernel.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tries to connect, five times a second, until the server is there. HikariCP 7 itself waits up to five seconds between two attempts, so that
 * an application would stay without its database for as long after it came back. For one thread, which an interrupt ends.
 */
final class Reconnection {
    private static final Logger LOG = System.getLogger(Reconnection.class.getName());
    private static final int PAUSE_MILLIS = 200;

    private final Object target;
    private boolean told;

    /** @param target what is connected to, for the log */
    Reconnection(Object target) {
        this.target = target;
    }

    Connection connect(Attempt attempt) throws SQLException {
        while (true) {
            try {
                return attempt.connect();
            } catch (SQLException e) {
                if (!isAway(e) || !pause()) {
                    throw e;
                }
                tellOnce(e);
            }
        }
    }

    /** Class 08 of SQLSTATE, and PostgreSQL's "starts up" and "shuts down"; a wrong password does not get better. */
    private static boolean isAway(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tellOnce(SQLException e) {
        if (!told) {
            told = true;
            LOG.log(
                    Level.WARNING,
                    "TENON-K05 There is no connection to " + target + "; it is tried on until there is",
                    e);
        }
    }

    /** Connects once. */
    @FunctionalInterface
    interface Attempt {
        Connection connect() throws SQLException;
    }
}
