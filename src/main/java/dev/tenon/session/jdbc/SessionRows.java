package dev.tenon.session.jdbc;

import dev.tenon.session.SessionRecord;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How rows become sessions: times are milliseconds since 1970, names are UTF-8, no expiry is the greatest number. */
final class SessionRows {
    /**
     * What belongs to the session itself, as one text, and an attribute; a row for each attribute. Every column of a result costs the database and the
     * driver some two microseconds, as much as a fiftieth of a small session.
     */
    static final String COLUMNS =
            "CONCAT_WS(' ', s.row_id, s.created_at, s.accessed_at, s.max_inactive, s.alias, s.application), a.name, a.content";

    /** What stands in {@code expires_at} of a session that never expires. */
    static final long NEVER = Long.MAX_VALUE;

    private SessionRows() {}

    /** Leaves out the sessions of other applications. */
    static List<SessionRecord> read(PreparedStatement select, String application) throws SQLException {
        Map<String, SessionRecord> sessions = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String[] session = rows.getString(1).split(" ", 6);
                if (session[5].equals(application)) {
                    SessionRecord known = sessions.computeIfAbsent(session[0], row -> session(session));
                    readAttribute(rows, known.attributes());
                }
            }
        }
        return List.copyOf(sessions.values());
    }

    private static SessionRecord session(String... columns) {
        return new SessionRecord(
                Long.parseLong(columns[0]),
                columns[4],
                Instant.ofEpochMilli(Long.parseLong(columns[1])),
                Instant.ofEpochMilli(Long.parseLong(columns[2])),
                Duration.ofMillis(Long.parseLong(columns[3])),
                new HashMap<>());
    }

    private static void readAttribute(ResultSet row, Map<String, byte[]> attributes) throws SQLException {
        byte[] content = row.getBytes(3);
        if (content != null) { // else there is no attribute, or one that is being removed
            attributes.put(new String(row.getBytes(2), StandardCharsets.UTF_8), content);
        }
    }

    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    static long expiry(Instant accessedAt, Duration maxInactive) {
        Instant expiry = SessionRecord.expiry(accessedAt, maxInactive);
        return expiry.equals(Instant.MAX) ? NEVER : expiry.toEpochMilli();
    }
}
