package dev.tenon.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps sessions in memory: for tests, and for an application on one server that may forget them when it stops. Thread-safe. */
public final class MemorySessionStore implements SessionStore {
    private final Map<Long, SessionRecord> rows = new HashMap<>();
    private final Map<Long, IdHash> ids = new HashMap<>();
    private final Map<IdHash, Long> byId = new HashMap<>();
    private long lastRow;

    @Override
    public synchronized Optional<SessionRecord> find(IdHash id, Instant now) {
        Long row = byId.get(id);
        return row == null ? Optional.empty() : find(row, now);
    }

    @Override
    public synchronized Optional<SessionRecord> find(long row, Instant now) {
        return Optional.ofNullable(rows.get(row)).filter(session -> !session.hasExpired(now));
    }

    @Override
    public synchronized long create(IdHash id, String alias, Instant createdAt, Duration maxInactive) {
        long row = ++lastRow;
        rows.put(row, new SessionRecord(row, alias, createdAt, createdAt, maxInactive, Map.of()));
        ids.put(row, id);
        byId.put(id, row);
        return row;
    }

    @Override
    public synchronized boolean save(long row, SessionDelta delta) {
        return rows.computeIfPresent(row, (same, session) -> session.with(delta)) != null;
    }

    @Override
    public synchronized void touch(long row, Instant accessedAt) {
        rows.computeIfPresent(row, (same, session) -> session.accessed(accessedAt));
    }

    @Override
    public synchronized void touch(IdHash id, Instant accessedAt) {
        Long row = byId.get(id);
        if (row != null && find(row, accessedAt).isPresent()) {
            touch(row.longValue(), accessedAt);
        }
    }

    @Override
    public synchronized boolean rename(long row, IdHash from, IdHash to) {
        if (!byId.remove(from, row)) {
            return false;
        }
        byId.put(to, row);
        ids.put(row, to);
        return true;
    }

    @Override
    public synchronized boolean remove(long row) {
        byId.remove(ids.remove(row));
        return rows.remove(row) != null;
    }

    @Override
    public synchronized List<SessionRecord> claimExpired(Instant now, int limit) {
        List<SessionRecord> expired = rows.values().stream()
                .filter(session -> session.hasExpired(now))
                .limit(limit)
                .toList();
        expired.forEach(session -> remove(session.row()));
        return expired;
    }
}
