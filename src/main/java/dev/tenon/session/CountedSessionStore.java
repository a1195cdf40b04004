package dev.tenon.session;

import dev.tenon.kernel.Counter;
import dev.tenon.kernel.Meters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts what another store is asked for, and how long it takes. Thread-safe. */
final class CountedSessionStore implements SessionStore {
    private final SessionStore store;
    private final Counter loads;
    private final Counter saves;
    private final Counter created;
    private final Counter ended;
    private final Counter expired;
    private final Counter conflicts;
    private final Counter failures;
    private final Counter time;

    CountedSessionStore(SessionStore store, Meters meters) {
        this.store = store;
        loads = meters.counter("session.loads", "sessions that were looked for in the store");
        saves = meters.counter("session.saves", "sessions whose changes were written");
        created = meters.counter("session.created", "sessions that were made");
        ended = meters.counter("session.ended", "sessions that were invalidated");
        expired = meters.counter("session.expired", "sessions that ended because nobody used them");
        conflicts = meters.counter("session.conflicts", "writers that came too late: ended, or another id by then");
        failures = meters.counter("session.failures", "times that the store did not answer");
        time = meters.time("session.storeTime", "time spent in the store");
    }

    @Override
    public void open() {
        store.open();
    }

    @Override
    public Optional<SessionRecord> find(IdHash id, Instant now) {
        loads.increment();
        return timed(() -> store.find(id, now));
    }

    @Override
    public Optional<SessionRecord> find(long row, Instant now) {
        loads.increment();
        return timed(() -> store.find(row, now));
    }

    @Override
    public long create(IdHash id, String alias, Instant createdAt, Duration maxInactive) {
        long row = timed(() -> store.create(id, alias, createdAt, maxInactive));
        created.increment();
        return row;
    }

    @Override
    public boolean save(long row, SessionDelta delta) {
        return count(saves, timed(() -> store.save(row, delta)));
    }

    @Override
    public void touch(long row, Instant accessedAt) {
        timed(() -> {
            store.touch(row, accessedAt);
            return true;
        });
    }

    @Override
    public void touch(IdHash id, Instant accessedAt) {
        timed(() -> {
            store.touch(id, accessedAt);
            return true;
        });
    }

    @Override
    public boolean rename(long row, IdHash from, IdHash to) {
        return count(saves, timed(() -> store.rename(row, from, to)));
    }

    @Override
    public boolean remove(long row) {
        return count(ended, timed(() -> store.remove(row)));
    }

    @Override
    public List<SessionRecord> claimExpired(Instant now, int limit) {
        List<SessionRecord> claimed = timed(() -> store.claimExpired(now, limit));
        expired.add(claimed.size());
        return claimed;
    }

    private boolean count(Counter done, boolean success) {
        (success ? done : conflicts).increment();
        return success;
    }

    private <T> T timed(Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } catch (RuntimeException e) {
            failures.increment();
            throw e;
        } finally {
            time.add(System.nanoTime() - begin);
        }
    }
}
