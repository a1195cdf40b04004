package dev.tenon.sample;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JDBC in few words, on one connection. */
final class Statements {
    private final Connection connection;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Returns the name of the database product. */
    String product() throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    /** Takes back what the transaction has done so far. */
    void undo() throws SQLException {
        connection.rollback();
    }

    /** Returns how many rows were changed. */
    int update(String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = prepared(sql, args)) {
            return statement.executeUpdate();
        }
    }

    /** Returns the key that the database made for the new row. */
    long insert(String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, args);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    <T> List<T> all(Row<T> row, String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = prepared(sql, args);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, Object... args) throws SQLException {
        return all(row, sql, args).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, args);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            if (args[i] instanceof InputStream stream) {
                statement.setBinaryStream(i + 1, stream);
            } else {
                statement.setObject(i + 1, args[i]);
            }
        }
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
