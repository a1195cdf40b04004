package dev.tenon.session;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A store over anything that keeps bytes by a key, in the three methods of koa-session's stores: {@code get}, {@code set} and {@code destroy}.
 * On one server it promises what every {@link SessionStore} does, but for the end of sessions: the storage forgets them by itself, so
 * that no listener hears that one expired. Where several servers share the storage, two of them that change one session in the same moment write
 * it as a whole: the last wins, also for attributes that it did not change, after a removal, and after a change of id.
 *
 * <p>Values hold all attributes as the codec made them; keys hold no id, but its hash. A session is two entries: what it is, and which it is
 * by the hash of its id. Thread-safe, and so must the three methods be; they run in the caller's thread, those of one session one after the
 * other. What they throw is answered with 503.
 */
public abstract class KeyValueSessionStore implements SessionStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration GRACE =
            Duration.ofSeconds(10); // as koa-session: the storage forgets later than Tenon

    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    /** For subclasses. */
    protected KeyValueSessionStore() {}

    /**
     * Returns what was set last for this key.
     *
     * @param key at most 80 letters, digits and {@code :}
     * @return empty if there is nothing, or it was destroyed or forgotten
     * @throws Exception if the storage does not answer
     */
    protected abstract Optional<byte[]> get(String key) throws Exception;

    /**
     * Keeps a value for a key, in place of an older one.
     *
     * @param key as above
     * @param value to be given back as it is
     * @param maxAge how long it must be kept; after that it should be forgotten, and need not be at once. Empty for ever
     * @throws Exception if it may not have been kept
     */
    protected abstract void set(String key, byte[] value, Optional<Duration> maxAge) throws Exception;

    /**
     * Forgets the value of a key, if there is one.
     *
     * @param key as above
     * @throws Exception if it may not have been forgotten
     */
    protected abstract void destroy(String key) throws Exception;

    @Override
    public final Optional<SessionRecord> find(IdHash id, Instant now) {
        return row(id).flatMap(this::read)
                .filter(found -> found.id().equals(id)) // else a change of id was cut short
                .filter(found -> !found.hasExpired(now))
                .map(KeyValueRecord::session);
    }

    @Override
    public final Optional<SessionRecord> find(long row, Instant now) {
        return read(row).filter(found -> !found.hasExpired(now)).map(KeyValueRecord::session);
    }

    @Override
    public final long create(IdHash id, String alias, Instant createdAt, Duration maxInactive) {
        long row = RANDOM.nextLong() & Long.MAX_VALUE;
        write(KeyValueRecord.create(row, id, alias, createdAt, maxInactive), true);
        return row;
    }

    @Override
    public final boolean save(long row, SessionDelta delta) {
        return change(row, old -> old.with(delta), delta.maxInactive().isPresent());
    }

    @Override
    public final void touch(long row, Instant accessedAt) {
        change(row, old -> old.accessed(accessedAt), true);
    }

    @Override
    public final void touch(IdHash id, Instant accessedAt) {
        find(id, accessedAt).ifPresent(found -> touch(found.row(), accessedAt));
    }

    @Override
    public final boolean rename(long row, IdHash from, IdHash to) {
        return locked(row, () -> read(row).filter(old -> old.id().equals(from)).map(old -> {
                    write(old.renamed(to), true);
                    run(() -> destroy(key(from)));
                    return true;
                }))
                .orElse(false);
    }

    @Override
    public final boolean remove(long row) {
        return locked(row, () -> read(row).map(old -> {
                    run(() -> destroy(key(row)));
                    run(() -> destroy(key(old.id())));
                    return true;
                }))
                .orElse(false);
    }

    /** Returns nothing: the storage cannot say which sessions it has. */
    @Override
    public final List<SessionRecord> claimExpired(Instant now, int limit) {
        return List.of();
    }

    private boolean change(long row, UnaryOperator<KeyValueRecord> change, boolean ofExpiry) {
        return locked(row, () -> read(row).map(old -> {
                    write(change.apply(old), ofExpiry);
                    return true;
                }))
                .orElse(false);
    }

    /** One at a time on this server; that the storage is asked meanwhile is the price of three methods. */
    private <T> T locked(long row, Supplier<T> work) {
        Lock lock = locks[(int) (row & (locks.length - 1))];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Long> row(IdHash id) {
        return run(() -> get(key(id)))
                .filter(bytes -> bytes.length == Long.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).getLong());
    }

    private Optional<KeyValueRecord> read(long row) {
        return run(() -> get(key(row))).flatMap(bytes -> KeyValueRecord.read(row, bytes));
    }

    /** What it is comes last: until then, nothing has changed. */
    private void write(KeyValueRecord session, boolean withId) {
        Optional<Duration> maxAge = session.maxAge().map(GRACE::plus);
        if (withId) {
            byte[] row = ByteBuffer.allocate(Long.BYTES).putLong(session.row()).array();
            run(() -> set(key(session.id()), row, maxAge));
        }
        run(() -> set(key(session.row()), session.bytes(), maxAge));
    }

    private static String key(IdHash id) {
        return "tenon:id:" + id;
    }

    private static String key(long row) {
        return "tenon:session:" + row;
    }

    private static void run(Statement statement) {
        run(() -> {
            statement.run();
            return null;
        });
    }

    private static <T> T run(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new SessionStoreException(e);
        }
    }

    @FunctionalInterface
    private interface Statement {
        void run() throws Exception;
    }
}
