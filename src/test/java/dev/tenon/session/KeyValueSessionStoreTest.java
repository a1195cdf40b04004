package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A store of an application, in three methods over a map that two servers share. */
class KeyValueSessionStoreTest extends KeyValueSessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final IdHash ID = IdHash.of("id");
    private static final Storage SHARED = new Storage();

    private final Storage storage = new Storage();
    private final SessionStore here = new InMap(storage);
    private final SessionStore there = new InMap(storage);

    @Override
    protected SessionStore store() {
        return SHARED.store;
    }

    /** What an application writes. */
    private static final class InMap extends KeyValueSessionStore {
        private final Storage storage;

        InMap(Storage storage) {
            this.storage = storage;
        }

        @Override
        protected Optional<byte[]> get(String key) throws IOException {
            if (storage.away) {
                throw new IOException("away");
            }
            return Optional.ofNullable(storage.values.get(key));
        }

        @Override
        protected void set(String key, byte[] value, Optional<Duration> maxAge) {
            storage.values.put(key, value);
            storage.ages.put(key.split(":", -1)[1], maxAge);
        }

        @Override
        protected void destroy(String key) {
            storage.values.remove(key);
        }
    }

    private static final class Storage {
        private final Map<String, byte[]> values = new ConcurrentHashMap<>();
        private final Map<String, Optional<Duration>> ages = new ConcurrentHashMap<>();
        private final SessionStore store = new InMap(this);
        private boolean away;
    }

    @Test
    void anotherServer_seesWhatThisOneDid() {
        long row = here.create(ID, "alias", NOW, HOUR);
        there.save(row, set("a", 1));
        assertEquals(Set.of("a"), here.find(ID, NOW).orElseThrow().attributes().keySet());
        assertTrue(there.rename(row, ID, IdHash.of("next")));
        assertFalse(here.rename(row, ID, IdHash.of("other")));
        assertTrue(here.remove(row));
        assertFalse(there.save(row, set("a", 2)));
        assertEquals(Map.of(), storage.values);
    }

    @Test
    void storage_isToldHowLongToKeep_andNoId() {
        long row = here.create(ID, "alias", NOW, HOUR);
        Optional<Duration> hour = Optional.of(HOUR.plusSeconds(10));
        assertEquals(Map.of("id", hour, "session", hour), storage.ages);
        here.save(row, new SessionDelta(Map.of(), Set.of(), Optional.of(Duration.ZERO)));
        assertEquals(Map.of("id", Optional.empty(), "session", Optional.empty()), storage.ages);
        assertEquals(Set.of("tenon:id:" + ID, "tenon:session:" + row), new HashSet<>(storage.values.keySet()));
    }

    @Test
    void renameThatWasCutShort_opensNothingByTheNewId() {
        here.create(ID, "alias", NOW, HOUR);
        IdHash next = IdHash.of("next");
        storage.values.put("tenon:id:" + next, storage.values.get("tenon:id:" + ID));
        assertTrue(here.find(next, NOW).isEmpty());
        assertTrue(here.find(ID, NOW).isPresent());
    }

    @Test
    void bytesThatAreNotAsTheyWereKept_areNoSession() {
        long row = here.create(ID, "alias", NOW, HOUR);
        here.save(row, set("a", 1));
        byte[] whole = storage.values.get("tenon:session:" + row);
        for (int length = 0; length < whole.length; length++) {
            storage.values.put("tenon:session:" + row, Arrays.copyOf(whole, length));
            assertTrue(here.find(ID, NOW).isEmpty());
        }
        storage.values.put("tenon:session:" + row, whole);
        assertTrue(here.find(ID, NOW).isPresent());
    }

    @Test
    void storageThatIsAway_isSaidToTheClientAs503() {
        storage.away = true;
        SessionStoreException away = assertThrows(SessionStoreException.class, () -> here.find(ID, NOW));
        assertEquals(503, away.problem().status());
    }

    private static SessionDelta set(String name, int value) {
        return new SessionDelta(Map.of(name, new byte[] {(byte) value}), Set.of(), Optional.empty());
    }
}
