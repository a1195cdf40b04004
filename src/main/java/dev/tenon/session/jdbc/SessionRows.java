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
    /** Every column of a session, once for each of its attributes. */
    static final String COLUMNS = "s.row_id, s.alias, s.created_at, s.accessed_at, s.max_inactive, a.name, a.content";

    /** What stands in {@code expires_at} of a session that never expires. */
    static final long NEVER = Long.MAX_VALUE;

    private SessionRows() {}

    static List<SessionRecord> read(PreparedStatement select) throws SQLException {
        Map<Long, SessionRecord> sessions = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                SessionRecord session = sessions.get(rows.getLong(1));
                if (session == null) {
                    session = session(rows);
                    sessions.put(session.row(), session);
                }
                readAttribute(rows, session.attributes());
            }
        }
        return List.copyOf(sessions.values());
    }

    private static SessionRecord session(ResultSet row) throws SQLException {
        return new SessionRecord(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                Duration.ofMillis(row.getLong(5)),
                new HashMap<>());
    }

    private static void readAttribute(ResultSet row, Map<String, byte[]> attributes) throws SQLException {
        byte[] content = row.getBytes(7);
        if (content != null) { // else there is no attribute, or one that is being removed
            attributes.put(new String(row.getBytes(6), StandardCharsets.UTF_8), content);
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
