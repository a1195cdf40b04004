package dev.tenon.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;

/** Runs work in a transaction of its own, on the database that keeps the sessions, too. Thread-safe. */
final class Database {
    private static final int ATTEMPTS = 5;

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Makes the tables that are missing. */
    void open() {
        run(sql -> {
            // H2 knows no other text than Unicode; MariaDB before 11.6 takes Latin-1 unless told.
            String charset = sql.product().equals("H2") ? "" : " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
            for (String statement : script().split(";\\s*", -1)) {
                if (!statement.isBlank()) {
                    sql.update(statement + charset);
                }
            }
            return null;
        });
    }

    private static String script() {
        try (InputStream in = Database.class.getResourceAsStream("/desk.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what the work returns, once it is committed. Work that lost a race or a deadlock is done again.
     *
     * @throws IllegalStateException if the database fails
     */
    <T> T run(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (SQLTransientException | SQLIntegrityConstraintViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("the history cannot be reached", e);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the history cannot be reached", e);
            }
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(new Statements(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // what was committed stays
                connection.setAutoCommit(true);
            }
        }
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Statements sql) throws SQLException;
    }
}
