package dev.tenon.session.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** What databases say differently. Codes are the vendor's where it has some, because drivers disagree about SQLSTATE. */
enum Dialect {
    /** It asks for the session itself: H2 2.2 lets an attribute through its foreign key while another connection removes the session. */
    H2(
            "MERGE INTO tenon_session_attribute (row_id, name, content) KEY (row_id, name)"
                    + " SELECT s.row_id, v.name, v.content FROM tenon_session s JOIN (VALUES ",
            "(CAST(? AS BIGINT), CAST(? AS VARBINARY(700)), CAST(? AS BLOB))",
            ") v (row_id, name, content) ON s.row_id = v.row_id") {
        @Override
        boolean isWritten(int rows) {
            return rows > 0;
        }

        @Override
        boolean isNoSuchSession(SQLException e) {
            return e.getErrorCode() == 23506; // REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1
        }

        @Override
        boolean isPassing(SQLException e) {
            return switch (e.getErrorCode()) {
                case 23505, 42101 -> true; // two MERGE of one key, or two CREATE of one table, at once
                case 40001, 50200, 90131 -> true; // deadlock, lock timeout, concurrent update
                default -> false;
            };
        }
    },

    MYSQL(
            "INSERT INTO tenon_session_attribute (row_id, name, content) VALUES ",
            "(?, ?, ?)",
            " ON DUPLICATE KEY UPDATE content = VALUES(content)") {
        @Override
        boolean isNoSuchSession(SQLException e) {
            return e.getErrorCode() == 1452; // ER_NO_REFERENCED_ROW_2
        }

        @Override
        boolean isPassing(SQLException e) {
            return e.getErrorCode() == 1213 || e.getErrorCode() == 1020; // deadlock; changed since read (MariaDB 11.6)
        }
    },

    /** Its driver has no codes but those of SQLSTATE. */
    POSTGRESQL(
            "INSERT INTO tenon_session_attribute (row_id, name, content) VALUES ",
            "(?, ?, ?)",
            " ON CONFLICT (row_id, name) DO UPDATE SET content = EXCLUDED.content") {
        @Override
        boolean isNoSuchSession(SQLException e) {
            return "23503".equals(e.getSQLState()); // foreign_key_violation
        }

        @Override
        boolean isPassing(SQLException e) {
            String state = String.valueOf(e.getSQLState());
            return switch (state) {
                case "40001", "40P01" -> true; // serialization failure, deadlock
                case "23505", "42P07", "42710" -> true; // two CREATE of one table or index at once
                default -> false;
            };
        }
    };

    private final String upsertHead;
    private final String upsertValues;
    private final String upsertTail;

    Dialect(String upsertHead, String upsertValues, String upsertTail) {
        this.upsertHead = upsertHead;
        this.upsertValues = upsertValues;
        this.upsertTail = upsertTail;
    }

    /** Names the mistake if it is a database that Tenon does not know. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "mysql", "mariadb" -> MYSQL;
            case "postgresql" -> POSTGRESQL;
            default ->
                throw new IllegalStateException(
                        "Sessions are kept in one of " + Arrays.toString(values()) + " or MariaDB, not in " + product);
        };
    }

    /** A statement that inserts or replaces so many attributes. */
    String upsert(int attributes) {
        return upsertHead + upsertValues + (", " + upsertValues).repeat(attributes - 1) + upsertTail;
    }

    /** Whether an upsert that counted so many rows found its session. MySQL says so by an exception, and counts no row that is the same as before. */
    boolean isWritten(int rows) {
        return true;
    }

    /** Whether an attribute came for a session that is not there any more. */
    abstract boolean isNoSuchSession(SQLException e);

    /** Whether the same statement may well succeed the next time. */
    abstract boolean isPassing(SQLException e);
}
