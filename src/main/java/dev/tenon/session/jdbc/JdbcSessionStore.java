package dev.tenon.session.jdbc;

import dev.tenon.kernel.web.ConnectionSource;
import dev.tenon.session.IdHash;
import dev.tenon.session.SessionDelta;
import dev.tenon.session.SessionRecord;
import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sessions in two tables of a database, which it makes itself: H2, MySQL, MariaDB or PostgreSQL. One statement does for everything but a save
 * that removes or changes the timeout, too. Several applications may share the tables, and several servers the sessions of one application. Thread-safe;
 * each call runs in the caller's thread.
 */
public final class JdbcSessionStore implements SessionStore {
    private static final String FIND = "SELECT " + SessionRows.COLUMNS
            + " FROM tenon_session s LEFT JOIN tenon_session_attribute a ON a.row_id = s.row_id WHERE ";
    private static final String CREATE =
            "INSERT INTO tenon_session (application, id_hash, alias, created_at, accessed_at, max_inactive, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String[] GENERATED = {"row_id"};
    private static final String TOUCH = "UPDATE tenon_session SET accessed_at = ?,"
            + " expires_at = CASE WHEN max_inactive <= 0 THEN expires_at ELSE max_inactive + ? END"
            + " WHERE accessed_at < ? AND ";
    private static final String RENAME = "UPDATE tenon_session SET id_hash = ? WHERE row_id = ? AND id_hash = ?";
    private static final String REMOVE = "DELETE FROM tenon_session WHERE row_id = ?";
    private static final String EXPIRED = "SELECT " + SessionRows.COLUMNS
            + " FROM (SELECT row_id FROM tenon_session WHERE application = ? AND expires_at <= ?"
            + " ORDER BY expires_at LIMIT ?) e JOIN tenon_session s ON s.row_id = e.row_id"
            + " LEFT JOIN tenon_session_attribute a ON a.row_id = s.row_id";
    private static final String CLAIM = "DELETE FROM tenon_session WHERE row_id = ? AND expires_at <= ?";

    private final SessionDatabase database;
    private final String application;

    /**
     * Sets the database.
     *
     * @param connections where it is
     * @param application what keeps the sessions of this application apart from those of others in the same database, at most 190 characters
     */
    public JdbcSessionStore(ConnectionSource connections, String application) {
        this.database = new SessionDatabase(connections);
        this.application = application;
    }

    /** Opens the data source, so that a wrong configuration stops the start; a database that is away does not. */
    @Override
    public void open() {
        database.open();
    }

    @Override
    public Optional<SessionRecord> find(IdHash id, Instant now) {
        return find("s.id_hash = ?", now, select -> select.setBytes(1, id.bytes()));
    }

    @Override
    public Optional<SessionRecord> find(long row, Instant now) {
        return find("s.row_id = ?", now, select -> select.setLong(1, row));
    }

    /** Java compares application and times: each condition costs the database about a twentieth of the whole. */
    private Optional<SessionRecord> find(String condition, Instant now, Parameters key) {
        return database.run((connection, dialect) -> {
            try (PreparedStatement select = connection.prepareStatement(FIND + condition)) {
                key.set(select);
                return SessionRows.read(select, application).stream()
                        .filter(session -> SessionRecord.expiry(session.accessedAt(), session.maxInactive())
                                .isAfter(now))
                        .findFirst();
            }
        });
    }

    @Override
    public long create(IdHash id, String alias, Instant createdAt, Duration maxInactive) {
        return database.run((connection, dialect) -> {
            try (PreparedStatement insert = connection.prepareStatement(CREATE, GENERATED)) {
                insert.setString(1, application);
                insert.setBytes(2, id.bytes());
                insert.setString(3, alias);
                insert.setLong(4, createdAt.toEpochMilli());
                insert.setLong(5, createdAt.toEpochMilli());
                insert.setLong(6, maxInactive.toMillis());
                insert.setLong(7, SessionRows.expiry(createdAt, maxInactive));
                insert.executeUpdate();
                return generatedKey(insert);
            }
        });
    }

    private static long generatedKey(Statement insert) throws SQLException {
        try (ResultSet keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    @Override
    public boolean save(long row, SessionDelta delta) {
        return database.run((connection, dialect) -> new AttributeStatements(connection, dialect, row).save(delta));
    }

    @Override
    public void touch(long row, Instant accessedAt) {
        touch("row_id = ?", accessedAt, update -> update.setLong(4, row));
    }

    /** One that expired is not brought back before the sweep finds it. */
    @Override
    public void touch(IdHash id, Instant accessedAt) {
        touch("expires_at > ? AND id_hash = ?", accessedAt, update -> {
            update.setLong(4, accessedAt.toEpochMilli());
            update.setBytes(5, id.bytes());
        });
    }

    private void touch(String condition, Instant accessedAt, Parameters key) {
        long millis = accessedAt.toEpochMilli();
        database.run((connection, dialect) -> {
            try (PreparedStatement update = connection.prepareStatement(TOUCH + condition)) {
                update.setLong(1, millis);
                update.setLong(2, millis);
                update.setLong(3, millis);
                key.set(update);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public boolean rename(long row, IdHash from, IdHash to) {
        return database.run((connection, dialect) -> {
            try (PreparedStatement update = connection.prepareStatement(RENAME)) {
                update.setBytes(1, to.bytes());
                update.setLong(2, row);
                update.setBytes(3, from.bytes());
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public boolean remove(long row) {
        return database.run((connection, dialect) -> update(connection, REMOVE, row) == 1);
    }

    /** Claims by deleting, row by row: a range would lock what others write, and whoever deletes a row has it alone. */
    @Override
    public List<SessionRecord> claimExpired(Instant now, int limit) {
        List<SessionRecord> claimed = new ArrayList<>();
        try {
            for (SessionRecord session : expired(now, limit)) {
                if (claim(session, now)) {
                    claimed.add(session);
                }
            }
        } catch (SessionStoreException e) {
            if (claimed.isEmpty()) {
                throw e;
            } // else nobody would ever tell of those that are gone
        }
        return claimed;
    }

    private boolean claim(SessionRecord session, Instant now) {
        return database.run((connection, dialect) -> update(connection, CLAIM, session.row(), now.toEpochMilli())) == 1;
    }

    private List<SessionRecord> expired(Instant now, int limit) {
        return database.run((connection, dialect) -> {
            try (PreparedStatement select = connection.prepareStatement(EXPIRED)) {
                select.setString(1, application);
                select.setLong(2, now.toEpochMilli());
                select.setInt(3, limit);
                return SessionRows.read(select, application);
            }
        });
    }

    private static int update(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
