package dev.tenon.session.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The two tables. */
final class Schema {
    private static final String PROBE = "SELECT row_id FROM tenon_session_attribute WHERE 1 = 0";

    private Schema() {}

    /** Makes the tables if they are missing; a user who may not make tables can have them made before. */
    static void ensure(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                for (String sql : script(dialect.schemaFile()).split(";\\s*", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    private static boolean exists(Statement statement) {
        try {
            return statement.execute(PROBE);
        } catch (SQLException missing) {
            return false; // if it was anything else, making the tables says so
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
