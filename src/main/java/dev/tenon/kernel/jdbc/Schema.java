package dev.tenon.kernel.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The tables of a feature, which it brings a script for beside a class of its own: one for each kind of database. Thread-safe. */
public final class Schema {
    private final Class<?> owner;
    private final String probe;

    /**
     * Sets where the scripts are.
     *
     * @param owner beside which {@code schema-h2.sql} and its like are; each allows that several servers run it at once
     * @param probe a query that fails unless the tables are there
     */
    public Schema(Class<?> owner, String probe) {
        this.owner = owner;
        this.probe = probe;
    }

    /**
     * Makes the tables if they are missing; a user who may not make tables can have them made before.
     *
     * @throws SQLException if they cannot be made, or there is no script for such a database
     */
    public void ensure(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                for (String sql : script(connection).split(";\\s*", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    private boolean exists(Statement statement) {
        try {
            return statement.execute(probe);
        } catch (SQLException missing) {
            return false; // if it was anything else, making the tables says so
        }
    }

    private String script(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String name = product.toLowerCase(Locale.ROOT).replace("mariadb", "mysql");
        try (InputStream in = owner.getResourceAsStream("schema-" + name + ".sql")) {
            if (in == null) {
                throw new SQLException("Tenon makes its tables in H2, MySQL, MariaDB or PostgreSQL, not in " + product);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
