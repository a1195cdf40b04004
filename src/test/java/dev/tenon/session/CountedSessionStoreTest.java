package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.Meter;
import dev.tenon.kernel.Meters;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountedSessionStoreTest extends SessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Map<String, Meter> meters = new HashMap<>();
    private final Meters counted = new Meters();
    private final SessionStore store = new CountedSessionStore(new MemorySessionStore(), counted);

    CountedSessionStoreTest() {
        counted.listen(meter -> meters.put(meter.name(), meter));
    }

    @Override
    protected SessionStore store() {
        return store;
    }

    @Test
    void loadsSavesAndEnds_areCounted() {
        long row = store.create(id(1), "alias", NOW, Duration.ofMinutes(1));
        store.find(id(1), NOW);
        store.save(row, change());
        store.remove(row);
        assertEquals(List.of(1L, 1L, 1L, 1L, 0L), read("created", "loads", "saves", "ended", "conflicts"));
    }

    @Test
    void writersThatComeTooLate_areConflicts() {
        long row = store.create(id(1), "alias", NOW, Duration.ofMinutes(1));
        store.remove(row);
        store.save(row, change());
        store.rename(row, id(1), id(2));
        assertEquals(List.of(0L, 2L), read("saves", "conflicts"));
    }

    @Test
    void expiredSessions_areCountedByTheirNumber() {
        store.create(id(1), "one", NOW, Duration.ofMinutes(1));
        store.create(id(2), "two", NOW, Duration.ofMinutes(1));
        store.claimExpired(NOW.plusSeconds(61), 10);
        assertEquals(List.of(2L), read("expired"));
    }

    @Test
    void storeThatDoesNotAnswer_isAFailure() {
        SessionStore away = new CountedSessionStore(new AwayStore(), counted);
        assertThrows(SessionStoreException.class, () -> away.find(id(1), NOW));
        assertThrows(SessionStoreException.class, () -> away.create(id(1), "a", NOW, Duration.ofMinutes(1)));
        assertEquals(List.of(2L, 0L), read("failures", "created"));
    }

    private List<Long> read(String... names) {
        return List.of(names).stream()
                .map(name -> meters.get("session." + name).read())
                .toList();
    }

    private static SessionDelta change() {
        return new SessionDelta(Map.of("a", new byte[] {1}), Set.of(), Optional.empty());
    }

    private static IdHash id(int number) {
        return IdHash.of("id" + number);
    }

    private static final class AwayStore extends KeyValueSessionStore {
        @Override
        protected Optional<byte[]> get(String key) throws IOException {
            throw new IOException("away");
        }

        @Override
        protected void set(String key, byte[] value, Optional<Duration> maxAge) throws IOException {
            throw new IOException("away");
        }

        @Override
        protected void destroy(String key) throws IOException {
            throw new IOException("away");
        }
    }
}
