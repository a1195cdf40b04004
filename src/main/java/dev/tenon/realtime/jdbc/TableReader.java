package dev.tenon.realtime.jdbc;

import dev.tenon.realtime.jdbc.MessageTable.Row;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Looks for new messages on a thread of its own: at once while there are some, then less and less often. A number that is missing between others
 * may belong to a transaction that is not over, so it is looked for a while longer. Old messages are deleted, told by their numbers, so that
 * no two clocks need agree.
 */
final class TableReader implements Runnable {
    private static final Logger LOG = System.getLogger(TableReader.class.getName());
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final long GAP_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_GAPS = 500;
    private static final long KEEP_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long CLEAN_NANOS = Duration.ofSeconds(15).toNanos();

    private final MessageTable table;
    private final String uid;
    private final Consumer<byte[]> hear;
    private final Duration longest;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Map<Long, Long> gaps = new LinkedHashMap<>(); // missing number -> when to give it up
    private final Deque<long[]> seen = new ArrayDeque<>(); // number of the last message, when
    private final Object pause = new Object();
    private long last = -1;
    private boolean away;
    private boolean woken;
    private boolean closed;

    TableReader(MessageTable table, String uid, Duration longest, Consumer<byte[]> hear) {
        this.table = table;
        this.uid = uid;
        this.longest = longest;
        this.hear = hear;
    }

    /** Returns what is done when the first look succeeded. */
    CountDownLatch first() {
        return first;
    }

    /** Looks soon: an answer is to be expected. */
    void wake() {
        synchronized (pause) {
            woken = true;
            pause.notifyAll();
        }
    }

    void close() {
        synchronized (pause) {
            closed = true;
            pause.notifyAll();
        }
    }

    @Override
    public void run() {
        Duration wait = SHORTEST;
        try {
            do {
                boolean found = look();
                wait = found ? SHORTEST : wait.multipliedBy(2).compareTo(longest) < 0 ? wait.multipliedBy(2) : longest;
                wait = pause(wait);
            } while (!wait.isNegative());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits; returns the shortest time if it was woken, and a negative one at the end. */
    private Duration pause(Duration wait) throws InterruptedException {
        synchronized (pause) {
            long end = System.nanoTime() + wait.toNanos();
            for (long left = wait.toMillis();
                    left > 0 && !closed && !woken;
                    left = (end - System.nanoTime()) / 1_000_000) {
                pause.wait(left);
            }
            Duration next = woken ? SHORTEST : wait;
            woken = false;
            return closed ? Duration.ofNanos(-1) : next;
        }
    }

    private boolean look() {
        try {
            boolean found = read();
            clean();
            first.countDown();
            away = false;
            return found;
        } catch (SQLException | RuntimeException | Error e) { // whatever it is: this thread is the only one that reads
            if (!away) {
                away = true;
                LOG.log(
                        Level.WARNING,
                        "TENON-R14 Messages of other servers are not read: the database does not answer",
                        e);
            }
            return false;
        }
    }

    private boolean read() throws SQLException {
        if (last < 0) {
            last = table.last();
            return false;
        }
        List<Row> rows = new ArrayList<>();
        if (!gaps.isEmpty()) {
            rows.addAll(table.of(gaps.keySet(), uid));
        }
        List<Row> fresh = table.behind(last, uid);
        note(rows, fresh);
        rows.addAll(fresh);
        rows.forEach(this::hear);
        return rows.stream().anyMatch(row -> row.content() != null);
    }

    private void note(List<Row> late, List<Row> fresh) {
        long now = System.nanoTime();
        late.forEach(row -> gaps.remove(row.id()));
        gaps.values().removeIf(end -> now - end > 0);
        for (Row row : fresh) {
            for (long missing = Math.max(last + 1, row.id() - MOST_GAPS); missing < row.id(); missing++) {
                gaps.put(missing, now + GAP_NANOS);
            }
            last = row.id();
        }
        trimGaps();
    }

    private void trimGaps() {
        Set<Long> all = new HashSet<>(gaps.keySet());
        all.stream().sorted().limit(Math.max(0, all.size() - MOST_GAPS)).forEach(gaps::remove);
    }

    private void hear(Row row) {
        if (row.content() != null) {
            hear.accept(row.content());
        }
    }

    /** Remembers now and then what was the last message, and deletes what came before the last one of long ago. */
    private void clean() throws SQLException {
        long now = System.nanoTime();
        if (seen.isEmpty() || now - seen.getLast()[1] > CLEAN_NANOS) {
            seen.add(new long[] {last, now});
            if (now - seen.getFirst()[1] > KEEP_NANOS) {
                table.deleteBefore(seen.removeFirst()[0]);
            }
        }
    }
}
