package dev.tenon.realtime.jdbc;

import dev.tenon.kernel.jdbc.Schema;
import dev.tenon.kernel.web.ConnectionSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two tables, one statement a method. What is another server's own business, or another application's, is read without its content. */
final class MessageTable {
    private static final Logger LOG = System.getLogger(MessageTable.class.getName());
    private static final int MOST = 500;
    private static final Schema TABLES =
            new Schema(MessageTable.class, "SELECT row_id FROM tenon_realtime_message WHERE 1 = 0");
    private static final int MOST_BYTES = 8 << 20;
    private static final int SMALL = 16 << 10;
    private static final String MINE = "application = ? AND sender <> ? AND (recipient IS NULL OR recipient = ?)";
    private static final String COLUMNS = "row_id, CASE WHEN " + MINE + " THEN OCTET_LENGTH(content) END, CASE WHEN "
            + MINE + " AND OCTET_LENGTH(content) <= " + SMALL + " THEN content END";

    private final ConnectionSource connections;
    private final String application;
    private volatile boolean ready;

    MessageTable(ConnectionSource connections, String application) {
        this.connections = connections;
        this.application = application;
    }

    private Connection open() throws SQLException {
        Connection connection = connections.dataSource().getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            if (!ready) {
                TABLES.ensure(connection);
                ready = true;
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns the number of the last message. */
    long last() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COALESCE(MAX(row_id), 0) FROM tenon_realtime_message")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Returns the first messages behind this number, in their order: as many as one may hold in memory, one at least. */
    List<Row> behind(long last, String reader) throws SQLException {
        return select("row_id > ? ORDER BY row_id", List.of(last), reader);
    }

    /** Returns the first of these messages that are there, in their order: as many as one may hold in memory, one at least. */
    List<Row> of(Collection<Long> ids, String reader) throws SQLException {
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return select("row_id IN (" + places + ") ORDER BY row_id", ids, reader);
    }

    private List<Row> select(String which, Collection<Long> ids, String reader) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM tenon_realtime_message WHERE " + which;
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(MOST);
            int i = 1;
            for (int mine = 0; mine < 2; mine++) {
                statement.setString(i++, application);
                statement.setString(i++, reader);
                statement.setString(i++, reader);
            }
            for (long id : ids) {
                statement.setLong(i++, id);
            }
            return withLarge(connection, rows(statement));
        }
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(new Row(found.getLong(1), found.getLong(2), found.getBytes(3)));
            }
            return rows;
        }
    }

    /** Returns the first rows with what is too large to be read for all of them at once. */
    private static List<Row> withLarge(Connection connection, List<Row> rows) throws SQLException {
        List<Row> read = new ArrayList<>(rows.size());
        long bytes = 0;
        for (Row row : rows) {
            bytes += row.length();
            if (bytes > MOST_BYTES && !read.isEmpty()) {
                return read;
            }
            read.add(row.length() > 0 && row.content() == null ? large(connection, row) : row);
        }
        return read;
    }

    private static Row large(Connection connection, Row row) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT content FROM tenon_realtime_message WHERE row_id = ?")) {
            statement.setLong(1, row.id());
            try (ResultSet found = statement.executeQuery()) {
                return new Row(row.id(), row.length(), found.next() ? found.getBytes(1) : null);
            }
        }
    }

    /**
     * Adds messages, all or none.
     *
     * @throws RefusedException if they are not there because the database did not take them, or hung up
     * @throws UnknownOutcomeException if they are perhaps there; after any other exception they are not
     */
    void insert(String sender, List<Message> messages) throws SQLException {
        Connection connection = open();
        try {
            connection.setAutoCommit(false);
            add(connection, sender, messages);
            commit(connection);
        } catch (RefusedException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            giveBack(connection);
        }
    }

    private void add(Connection connection, String sender, List<Message> messages) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO tenon_realtime_message (application, sender, recipient,"
                        + " content) VALUES (?, ?, ?, ?)")) {
            for (Message message : messages) {
                statement.setString(1, application);
                statement.setString(2, sender);
                statement.setString(3, message.recipient());
                statement.setBytes(4, message.content());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException
                | RuntimeException
                | Error e) { // or what is written of them would be kept when the connection goes back
            throw new RefusedException(e);
        }
    }

    private static void rollBack(Connection connection, SQLException why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            throw new UnknownOutcomeException(e);
        }
    }

    /** What fails here says nothing about the messages: to report it would have them written twice. */
    private static void giveBack(Connection connection) {
        try (connection) {
            connection.setAutoCommit(true); // not every pool does it
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a connection broke after it was used", e);
        }
    }

    /**
     * Forgets messages before this one. The newest stays, whatever its age: MySQL before 8.0 restarts its numbers from what is in the table, and
     * readers would not look at those that come again.
     */
    void deleteBefore(long id) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM tenon_realtime_message WHERE row_id < ?")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    /** Says that a server is alive. */
    void beat(String uid, long beats) throws SQLException {
        try (Connection connection = open()) {
            if (update(connection, "UPDATE tenon_realtime_node SET beats = ? WHERE uid = ?", beats, uid) == 0) {
                update(
                        connection,
                        "INSERT INTO tenon_realtime_node (beats, uid, application) VALUES (?, ?, ?)",
                        beats,
                        uid,
                        application);
            }
        }
    }

    void forget(String uid) throws SQLException {
        try (Connection connection = open()) {
            update(connection, "DELETE FROM tenon_realtime_node WHERE uid = ?", uid);
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Returns the servers of the application with what they counted. */
    Map<String, Long> nodes() throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT uid, beats FROM tenon_realtime_node WHERE application = ?")) {
            statement.setString(1, application);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Long> nodes = new HashMap<>();
                while (rows.next()) {
                    nodes.put(rows.getString(1), rows.getLong(2));
                }
                return nodes;
            }
        }
    }

    /**
     * A message that was read.
     *
     * @param length 0 if it is not for the reader
     * @param content null if it is not for the reader
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    record Row(long id, long length, byte[] content) {}

    /**
     * A message to be written.
     *
     * @param recipient null for all
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    record Message(String recipient, byte[] content) {}

    /** The database was there, and did not do what it was asked. */
    static final class RefusedException extends SQLException {
        private static final long serialVersionUID = 1L;

        RefusedException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The database hung up while it was told to keep something: nobody knows whether it did. */
    static final class UnknownOutcomeException extends SQLException {
        private static final long serialVersionUID = 1L;

        UnknownOutcomeException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
