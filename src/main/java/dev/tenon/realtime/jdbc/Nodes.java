package dev.tenon.realtime.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Knows which servers there are. Each counts in its row; one that did not for a while is taken for dead. A row is forgotten some time later, by whom
 * sees it. No two clocks need agree.
 */
final class Nodes implements Runnable {
    private static final Logger LOG = System.getLogger(Nodes.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final long DEAD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long FORGOTTEN_NANOS = Duration.ofMinutes(5).toNanos();

    private final MessageTable table;
    private final String uid;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Map<String, Seen> others = new HashMap<>();
    private final Object pause = new Object();
    private long beats;
    private boolean closed;

    Nodes(MessageTable table, String uid) {
        this.table = table;
        this.uid = uid;
    }

    CountDownLatch first() {
        return first;
    }

    int count() {
        long now = System.nanoTime();
        synchronized (others) {
            return 1
                    + (int) others.values().stream()
                            .filter(seen -> seen.isAlive(now))
                            .count();
        }
    }

    void close() {
        synchronized (pause) {
            closed = true;
            pause.notifyAll();
        }
        try {
            table.forget(uid);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the row of this server stays: others will take it for dead", e);
        }
    }

    @Override
    public void run() {
        try {
            do {
                beat();
            } while (!pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pause() throws InterruptedException {
        synchronized (pause) {
            long end = System.nanoTime() + BEAT.toNanos();
            for (long left = BEAT.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
                pause.wait(left);
            }
            return closed;
        }
    }

    private void beat() {
        try {
            table.beat(uid, ++beats);
            look();
            first.countDown();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "this server could not say that it is alive", e);
        }
    }

    /** Looks who is there. */
    void look() {
        try {
            Map<String, Long> rows = table.nodes();
            rows.remove(uid);
            long now = System.nanoTime();
            Map<String, Seen> kept;
            synchronized (others) {
                rows.forEach((node, count) -> others.merge(node, new Seen(count, now), Seen::or));
                others.keySet().retainAll(rows.keySet());
                kept = Map.copyOf(others);
            }
            for (Map.Entry<String, Seen> other : kept.entrySet()) {
                if (now - other.getValue().since() > FORGOTTEN_NANOS) {
                    table.forget(other.getKey());
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "nobody knows which servers there are", e);
        }
    }

    /** What a server had counted when that was first seen. */
    private record Seen(long beats, long since) {
        private Seen or(Seen later) {
            return beats == later.beats ? this : later;
        }

        private boolean isAlive(long now) {
            return now - since < DEAD_NANOS;
        }
    }
}
