package dev.tenon.session.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.MariaDb;
import dev.tenon.session.IdHash;
import dev.tenon.session.SessionDelta;
import dev.tenon.session.SessionRecord;
import dev.tenon.session.SessionStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Two servers sweep each second, while eight visitors begin, change, rename, touch and end sessions that live for two seconds, on a real
 * MariaDB. For ten minutes, or as long as {@code -Dsoak.seconds} says.
 */
class ExpirySweepSoak {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soak.seconds", 600));
    private static final Duration LIFE = Duration.ofSeconds(2);

    private final Set<Long> claimed = ConcurrentHashMap.newKeySet();
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger twice = new AtomicInteger();
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void sweepsUnderWriteLoad_neverDeadlock_andClaimEachSessionOnce() throws Exception {
        try (MariaDb server = MariaDb.start();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(server.url());
            pool.setMaximumPoolSize(12);
            SessionStore store = new JdbcSessionStore(() -> pool, "/shop");
            Instant end = Instant.now().plus(LENGTH);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                threads.add(i < 2 ? started(() -> sweep(store, end)) : started(() -> visit(store, end)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            while (claim(store, Instant.now().plus(LIFE)) > 0) {
                Thread.onSpinWait();
            }
            System.out.println(begun.size() + " sessions, " + claimed.size() + " expired, " + deadlocks(pool)
                    + " deadlocks in " + LENGTH);
            assertEquals(List.of(), failures);
            assertEquals(0, twice.get());
            assertEquals(0, deadlocks(pool));
            begun.removeAll(claimed);
            begun.removeAll(ended);
            assertEquals(Set.of(), begun);
            assertTrue(claimed.size() > LENGTH.toSeconds());
        }
    }

    private Thread started(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        });
        thread.start();
        return thread;
    }

    private void sweep(SessionStore store, Instant end) {
        while (Instant.now().isBefore(end)) {
            while (claim(store, Instant.now()) == 20) {
                Thread.onSpinWait();
            }
            sleep(1_000);
        }
    }

    private int claim(SessionStore store, Instant now) {
        List<SessionRecord> batch = store.claimExpired(now, 20);
        batch.forEach(session -> {
            if (!claimed.add(session.row())) {
                twice.incrementAndGet();
            }
        });
        return batch.size();
    }

    private void visit(SessionStore store, Instant end) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (Instant.now().isBefore(end)) {
            IdHash id = IdHash.of(UUID.randomUUID().toString());
            long row = store.create(id, "alias", Instant.now(), LIFE);
            begun.add(row);
            for (int i = random.nextInt(8); i > 0; i--) {
                store.save(row, delta(random));
                store.touch(row, Instant.now());
                sleep(random.nextInt(400)); // some expire while their visitor works on them
            }
            store.rename(row, id, IdHash.of(UUID.randomUUID().toString()));
            if (random.nextInt(3) == 0 && store.remove(row)) {
                ended.add(row);
            }
        }
    }

    private static SessionDelta delta(ThreadLocalRandom random) {
        byte[] value = new byte[random.nextInt(2_000)];
        Set<String> removed = random.nextInt(4) == 0 ? Set.of("c") : Set.of();
        Optional<Duration> life = random.nextInt(4) == 0 ? Optional.of(LIFE) : Optional.empty();
        return new SessionDelta(Map.of("a", value, "b" + random.nextInt(3), value), removed, life);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long deadlocks(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet status =
                        connection.createStatement().executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")) {
            return status.next() ? status.getLong(2) : -1;
        }
    }
}
