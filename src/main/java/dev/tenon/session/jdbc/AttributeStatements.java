package dev.tenon.session.jdbc;

import dev.tenon.session.SessionDelta;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the changes of one session on one connection. The foreign key keeps a late writer from leaving attributes of a session that is gone.
 * One statement writes every attribute, so that no transaction is needed; those that go lose their content in it, and then their row.
 */
final class AttributeStatements {
    private final Connection connection;
    private final Dialect dialect;
    private final long row;

    AttributeStatements(Connection connection, Dialect dialect, long row) {
        this.connection = connection;
        this.dialect = dialect;
        this.row = row;
    }

    /** Returns false if the session is gone. */
    boolean save(SessionDelta delta) throws SQLException {
        boolean isInTransaction = !connection.getAutoCommit();
        return (isInTransaction || isAtomic(delta)) ? write(delta) : writeInOneTransaction(delta);
    }

    /** The row of what is removed goes by a statement of its own, which changes nothing that anybody sees. */
    private static boolean isAtomic(SessionDelta delta) {
        return delta.maxInactive().isEmpty()
                || (delta.set().isEmpty() && delta.removed().isEmpty());
    }

    private boolean writeInOneTransaction(SessionDelta delta) throws SQLException {
        connection.setAutoCommit(false);
        try {
            boolean saved = write(delta);
            if (saved) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return saved;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The session before its attributes: the order in which a removal locks them, too. */
    private boolean write(SessionDelta delta) throws SQLException {
        return setMaxInactive(delta.maxInactive()) && change(delta.set(), delta.removed());
    }

    private boolean change(Map<String, byte[]> set, Set<String> removed) throws SQLException {
        if (set.isEmpty()) {
            return removed.isEmpty() || delete(removed, "") > 0 || exists();
        }
        boolean written = upsert(set, removed);
        if (written && !removed.isEmpty()) {
            delete(removed, " AND content IS NULL"); // unless another request set it meanwhile
        }
        return written;
    }

    private boolean setMaxInactive(Optional<Duration> maxInactive) throws SQLException {
        if (maxInactive.isEmpty()) {
            return true;
        }
        long millis = maxInactive.get().toMillis();
        String expiry = millis <= 0 ? "?" : "accessed_at + ?";
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE tenon_session SET max_inactive = ?, expires_at = " + expiry + " WHERE row_id = ?")) {
            update.setLong(1, millis);
            update.setLong(2, millis <= 0 ? SessionRows.NEVER : millis);
            update.setLong(3, row);
            return update.executeUpdate() == 1;
        }
    }

    private boolean upsert(Map<String, byte[]> set, Set<String> removed) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(dialect.upsert(set.size() + removed.size()))) {
            int index = 0;
            for (Map.Entry<String, byte[]> attribute : set.entrySet()) {
                index = put(upsert, index, attribute.getKey(), attribute.getValue());
            }
            for (String name : removed) {
                index = put(upsert, index, name, null);
            }
            return dialect.isWritten(upsert.executeUpdate());
        } catch (SQLException e) {
            if (dialect.isNoSuchSession(e)) {
                return false;
            }
            throw e;
        }
    }

    private int put(PreparedStatement upsert, int index, String name, byte[] content) throws SQLException {
        upsert.setLong(index + 1, row);
        upsert.setBytes(index + 2, SessionRows.name(name));
        upsert.setBytes(index + 3, content);
        return index + 3;
    }

    private int delete(Set<String> names, String condition) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM tenon_session_attribute WHERE row_id = ? AND name IN (?"
                        + ", ?".repeat(names.size() - 1) + ")" + condition)) {
            int index = 0;
            delete.setLong(++index, row);
            for (String name : names) {
                delete.setBytes(++index, SessionRows.name(name));
            }
            return delete.executeUpdate();
        }
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT row_id FROM tenon_session WHERE row_id = ?")) {
            select.setLong(1, row);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
