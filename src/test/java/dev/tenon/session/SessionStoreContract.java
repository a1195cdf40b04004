package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store promises. A subclass says which; all its tests may share one storage. */
@Timeout(60)
public abstract class SessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FOREVER = Duration.ZERO;

    /** Returns the store; the same storage each time. */
    protected abstract SessionStore store();

    @Test
    void create_thenFind() {
        IdHash id = newId();
        long row = store().create(id, "alias", NOW, HOUR);
        SessionRecord session = find(id).orElseThrow();
        assertEquals(new SessionRecord(row, "alias", NOW, NOW, HOUR, Map.of()), session);
        assertEquals(session, store().find(row, NOW).orElseThrow());
    }

    @Test
    void find_unknown() {
        assertTrue(find(newId()).isEmpty());
        assertTrue(store().find(Long.MAX_VALUE, NOW).isEmpty());
    }

    @Test
    void find_expired() {
        IdHash id = newId();
        long row = store().create(id, "a", NOW, HOUR);
        assertTrue(store().find(id, NOW.plus(HOUR).minusMillis(1)).isPresent());
        assertTrue(store().find(id, NOW.plus(HOUR)).isEmpty());
        assertTrue(store().find(row, NOW.plus(HOUR)).isEmpty());
    }

    @Test
    void find_withoutTimeout_neverExpires() {
        IdHash id = newId();
        store().create(id, "a", NOW, FOREVER);
        assertTrue(store().find(id, NOW.plus(Duration.ofDays(36_500))).isPresent());
    }

    @Test
    void save_setsReplacesAndRemoves() {
        IdHash id = newId();
        long row = create(id);
        assertTrue(store().save(row, set(Map.of("a", bytes("1"), "b", bytes("2"), "c", bytes("3")))));
        assertTrue(store().save(row, new SessionDelta(Map.of("b", bytes("two")), Set.of("a"), Optional.empty())));
        Map<String, byte[]> attributes = find(id).orElseThrow().attributes();
        assertEquals(Set.of("b", "c"), attributes.keySet());
        assertArrayEquals(bytes("two"), attributes.get("b"));
        assertArrayEquals(bytes("3"), attributes.get("c"));
    }

    @Test
    void save_removingAlone() {
        IdHash id = newId();
        long row = create(id);
        store().save(row, set(Map.of("a", bytes("1"))));
        assertTrue(store().save(row, removed("a")));
        assertTrue(store().save(row, removed("a", "never there")));
        assertEquals(Map.of(), find(id).orElseThrow().attributes());
    }

    @Test
    void save_settingOneAndRemovingAnother_leavesNothingOfTheOther() {
        IdHash id = newId();
        long row = create(id);
        store().save(row, set(Map.of("a", bytes("1"))));
        assertTrue(store().save(
                        row, new SessionDelta(Map.of("b", bytes("2")), Set.of("a", "never there"), Optional.empty())));
        assertEquals(Set.of("b"), find(id).orElseThrow().attributes().keySet());
        assertTrue(store().save(row, set(Map.of("a", bytes("3")))));
        assertArrayEquals(bytes("3"), find(id).orElseThrow().attributes().get("a"));
    }

    @Test
    void save_namesAreExact() {
        IdHash id = newId();
        Set<String> names = Set.of("a", "A", "a ", "ä", "a\u0308", "用户", "😀", "x'; DROP TABLE tenon_session; --");
        store().save(create(id), set(values(names, bytes("v"))));
        assertEquals(names, find(id).orElseThrow().attributes().keySet());
    }

    private static Map<String, byte[]> values(Set<String> names, byte[] value) {
        Map<String, byte[]> values = new HashMap<>();
        names.forEach(name -> values.put(name, value));
        return values;
    }

    @Test
    void save_largeAndEmptyValues() {
        IdHash id = newId();
        byte[] large = new byte[16 << 20];
        IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31));
        store().save(create(id), set(Map.of("large", large, "empty", new byte[0])));
        assertArrayEquals(large, find(id).orElseThrow().attributes().get("large"));
        assertArrayEquals(new byte[0], find(id).orElseThrow().attributes().get("empty"));
    }

    @Test
    void save_maxInactive_movesTheExpiry() {
        IdHash id = newId();
        long row = create(id);
        assertTrue(store().save(row, maxInactive(Duration.ofMinutes(5))));
        assertEquals(Duration.ofMinutes(5), find(id).orElseThrow().maxInactive());
        assertTrue(store().find(id, NOW.plus(Duration.ofMinutes(5))).isEmpty());
        assertTrue(store().save(row, maxInactive(FOREVER)));
        assertTrue(store().find(id, NOW.plus(Duration.ofDays(36_500))).isPresent());
    }

    @Test
    void save_afterRemoval_revivesNothing() {
        IdHash id = newId();
        long row = create(id);
        store().save(row, set(Map.of("a", bytes("1"))));
        store().remove(row);
        assertFalse(store().save(row, set(Map.of("a", bytes("2"), "b", bytes("3")))));
        assertFalse(store().save(row, removed("a")));
        assertFalse(store().save(row, maxInactive(HOUR)));
        assertFalse(store().save(row, new SessionDelta(Map.of("a", bytes("2")), Set.of("b"), Optional.of(HOUR))));
        store().touch(row, NOW.plusSeconds(1));
        assertTrue(find(id).isEmpty());
    }

    @Test
    void touch_movesOnlyForward() {
        IdHash id = newId();
        long row = create(id);
        Instant later = NOW.plus(Duration.ofMinutes(30));
        store().touch(row, later);
        store().touch(row, NOW.plusSeconds(1));
        assertEquals(later, find(id).orElseThrow().accessedAt());
        assertTrue(store().find(id, later.plus(HOUR).minusMillis(1)).isPresent());
        assertTrue(store().find(id, later.plus(HOUR)).isEmpty());
    }

    @Test
    void touch_byId_movesForward_andBringsNothingBack() {
        IdHash id = newId();
        create(id);
        Instant later = NOW.plus(Duration.ofMinutes(30));
        store().touch(id, later);
        store().touch(id, NOW.plusSeconds(1));
        store().touch(newId(), later);
        assertEquals(later, find(id).orElseThrow().accessedAt());
        store().touch(id, later.plus(HOUR));
        assertTrue(store().find(id, later.plus(HOUR)).isEmpty());
    }

    @Test
    void touch_followsTheTimeoutThatIsStored() {
        IdHash id = newId();
        long row = create(id);
        store().save(row, maxInactive(Duration.ofMinutes(5)));
        store().touch(row, NOW.plusSeconds(60));
        assertTrue(store().find(id, NOW.plusSeconds(60 + 300)).isEmpty());
        store().save(row, maxInactive(FOREVER));
        store().touch(row, NOW.plusSeconds(61));
        assertTrue(store().find(id, NOW.plus(Duration.ofDays(36_500))).isPresent());
    }

    @Test
    void rename_killsTheOldId() {
        IdHash old = newId();
        IdHash next = newId();
        long row = create(old);
        assertTrue(store().rename(row, old, next));
        assertTrue(find(old).isEmpty());
        assertEquals(row, find(next).orElseThrow().row());
    }

    @Test
    void rename_comparesBeforeItSets() {
        IdHash old = newId();
        IdHash next = newId();
        long row = create(old);
        store().rename(row, old, next);
        assertFalse(store().rename(row, old, newId()));
        assertTrue(find(next).isPresent());
        store().remove(row);
        assertFalse(store().rename(row, next, newId()));
    }

    @Test
    void remove_isTrueOnce() throws Exception {
        IdHash id = newId();
        long row = create(id);
        store().save(row, set(Map.of("a", bytes("1"))));
        List<Boolean> removed = atOnce(4, i -> store().remove(row));
        assertEquals(1, removed.stream().filter(won -> won).count());
        assertTrue(find(id).isEmpty());
    }

    @Test
    void rows_areNotUsedAgain() {
        Set<Long> rows = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            long row = create(newId());
            assertTrue(rows.add(row));
            store().remove(row);
        }
    }

    @Test
    protected void claimExpired_givesEachToOne() throws Exception {
        Instant past = NOW.minus(Duration.ofDays(1));
        Set<Long> rows = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            long row = store().create(newId(), "alias" + i, past, HOUR);
            store().save(row, set(Map.of("n", bytes("" + i), "m", bytes("m"))));
            rows.add(row);
        }
        long alive = create(newId());
        List<SessionRecord> claimed = new ArrayList<>();
        while (claimed.size() < 12) {
            atOnce(3, i -> store().claimExpired(past.plus(HOUR), 2)).forEach(batch -> {
                assertTrue(batch.size() <= 2);
                claimed.addAll(batch);
            });
        }
        assertEquals(12, claimed.size());
        claimed.forEach(
                session -> assertEquals(Set.of("n", "m"), session.attributes().keySet()));
        claimed.forEach(session -> assertTrue(rows.remove(session.row())));
        assertTrue(store().find(alive, NOW).isPresent());
        assertEquals(List.of(), store().claimExpired(past.plus(HOUR), 2));
    }

    @Test
    void writersOfDifferentAttributes_allWin() throws Exception {
        IdHash id = newId();
        long row = create(id);
        List<Boolean> saved = atOnce(8, i -> store().save(row, set(Map.of("a" + i, bytes("" + i)))));
        assertFalse(saved.contains(false));
        assertEquals(8, find(id).orElseThrow().attributes().size());
    }

    @Test
    void writersOfTheSameAttribute_lastWins() throws Exception {
        IdHash id = newId();
        long row = create(id);
        for (int round = 0; round < 5; round++) {
            String name = "a" + round;
            List<Boolean> saved = atOnce(8, i -> store().save(row, set(Map.of(name, bytes("" + i)))));
            assertFalse(saved.contains(false));
            assertTrue(find(id).orElseThrow().attributes().get(name).length == 1);
        }
    }

    /** One sets, the other sets another and removes this one: whoever was last, both others stay, and nothing fails. */
    @Test
    void writerAndRemoverOfTheSameAttribute_bothKeepTheirOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            IdHash id = newId();
            long row = create(id);
            List<Boolean> saved = atOnce(4, i -> store().save(
                            row,
                            i % 2 == 0
                                    ? set(Map.of("a", bytes("" + i), "b" + i, bytes("b")))
                                    : new SessionDelta(Map.of("b" + i, bytes("b")), Set.of("a"), Optional.empty())));
            assertFalse(saved.contains(false));
            Set<String> names =
                    new HashSet<>(find(id).orElseThrow().attributes().keySet());
            names.remove("a");
            assertEquals(Set.of("b0", "b1", "b2", "b3"), names);
        }
    }

    @Test
    void writersAndRemoval_leaveNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            IdHash id = newId();
            long row = create(id);
            atOnce(6, i -> {
                if (i == 0) {
                    return store().remove(row);
                }
                store().touch(row, NOW.plusSeconds(i));
                return store().save(row, set(Map.of("a", bytes("" + i))));
            });
            assertTrue(find(id).isEmpty());
            assertFalse(store().save(row, set(Map.of("a", bytes("late")))));
        }
    }

    private static <T> List<T> atOnce(int threads, Step<T> step) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                calls.add(() -> {
                    start.await();
                    return step.run(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private long create(IdHash id) {
        return store().create(id, "alias", NOW, HOUR);
    }

    private Optional<SessionRecord> find(IdHash id) {
        return store().find(id, NOW);
    }

    private static IdHash newId() {
        return IdHash.of(SessionId.random().text());
    }

    private static SessionDelta set(Map<String, byte[]> attributes) {
        return new SessionDelta(attributes, Set.of(), Optional.empty());
    }

    private static SessionDelta removed(String... names) {
        return new SessionDelta(Map.of(), Set.of(names), Optional.empty());
    }

    private static SessionDelta maxInactive(Duration duration) {
        return new SessionDelta(Map.of(), Set.of(), Optional.of(duration));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Step<T> {
        T run(int number) throws Exception;
    }
}
