package dev.tenon.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is a store like any other, and what it puts into the one below opens in its place only. */
class EncryptedSessionStoreTest extends SessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String OLD = key("2025", 1);
    private static final String NEW = key("2026", 2);

    private final MemorySessionStore below = new MemorySessionStore();
    private final SessionStore store = encrypted(OLD);
    private long row;

    private static String key(String name, int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return name + ":" + Base64.getEncoder().encodeToString(key);
    }

    private SessionStore encrypted(String... keys) {
        return EncryptedSessionStore.of(below, EncryptionKey.parse(keys));
    }

    @Override
    protected SessionStore store() {
        return store;
    }

    @BeforeEach
    void create() {
        row = below.create(IdHash.of("encrypted"), "alias", NOW, HOUR);
    }

    private static void put(SessionStore store, long row, String name, byte[] bytes) {
        assertTrue(store.save(row, new SessionDelta(Map.of(name, bytes), Set.of(), Optional.empty())));
    }

    private static byte[] get(SessionStore store, long row, String name) {
        return store.find(row, NOW).orElseThrow().attributes().get(name);
    }

    @Test
    void storeBelow_neverSeesTheValue() {
        put(store, row, "card", "4111".getBytes(UTF_8));
        assertFalse(new String(get(below, row, "card"), ISO_8859_1).contains("4111"));
        assertArrayEquals("4111".getBytes(UTF_8), get(store, row, "card"));
    }

    @Test
    void sameValue_isNeverEncryptedAlike() {
        put(store, row, "a", new byte[8]);
        byte[] once = get(below, row, "a");
        put(store, row, "a", new byte[8]);
        assertFalse(Arrays.equals(once, get(below, row, "a")));
    }

    @Test
    void emptyValue_comesBack() {
        put(store, row, "a", new byte[0]);
        assertArrayEquals(new byte[0], get(store, row, "a"));
    }

    @Test
    void rotation_readsOldAndWritesNew() {
        put(store, row, "a", new byte[] {1});
        SessionStore rotated = encrypted(NEW, OLD);
        assertArrayEquals(new byte[] {1}, get(rotated, row, "a"));
        put(rotated, row, "b", new byte[] {2});
        assertArrayEquals(new byte[] {2}, get(encrypted(NEW), row, "b"));
    }

    @Test
    void keyThatIsGone_costsTheAttributeOnly() {
        put(store, row, "a", new byte[] {1});
        SessionStore rotated = encrypted(NEW);
        put(rotated, row, "b", new byte[] {2});
        assertEquals(
                Set.of("b"), rotated.find(row, NOW).orElseThrow().attributes().keySet());
        assertArrayEquals(new byte[] {1}, get(store, row, "a"), "its bytes are still there");
    }

    @Test
    void otherKeyOfTheSameName_opensNothing() {
        put(store, row, "a", new byte[] {1});
        assertNull(get(encrypted(key("2025", 9)), row, "a"));
    }

    @Test
    void bytesMovedToAnotherName_doNotOpen() {
        put(store, row, "user", new byte[] {1});
        put(below, row, "admin", get(below, row, "user"));
        assertNull(get(store, row, "admin"));
        assertNotNull(get(store, row, "user"));
    }

    @Test
    void bytesMovedToAnotherSession_doNotOpen() {
        put(store, row, "user", new byte[] {1});
        long other = below.create(IdHash.of("other"), "other", NOW, HOUR);
        put(below, other, "user", get(below, row, "user"));
        assertNull(get(store, other, "user"));
    }

    @Test
    void idChangedAtLogin_losesNothing() {
        put(store, row, "a", new byte[] {1});
        assertTrue(store.rename(row, IdHash.of("encrypted"), IdHash.of("renamed")));
        assertNotNull(
                store.find(IdHash.of("renamed"), NOW).orElseThrow().attributes().get("a"));
    }

    @Test
    void everyFlippedBit_isNoticed() {
        put(store, row, "a", new byte[] {1});
        byte[] stored = get(below, row, "a");
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            put(below, row, "a", changed);
            assertNull(get(store, row, "a"), "byte " + i);
        }
    }

    @Test
    void bytesThatWereNeverEncrypted_areNotTaken() {
        for (byte[] plain :
                List.of(new byte[0], new byte[] {1}, new byte[] {1, 127, 0}, new byte[] {1, -1}, new byte[99])) {
            put(below, row, "a", plain);
            assertNull(get(store, row, "a"));
        }
    }

    @Test
    void expiredSession_isDecryptedForItsListeners() {
        put(store, row, "a", new byte[] {1});
        SessionRecord expired = store.claimExpired(NOW.plus(HOUR), 10).stream()
                .filter(session -> session.row() == row)
                .findFirst()
                .orElseThrow();
        assertArrayEquals(new byte[] {1}, expired.attributes().get("a"));
    }

    @Test
    void withoutKeys_thereIsNothingInBetween() {
        assertSame(below, EncryptedSessionStore.of(below, List.of()));
    }

    @Test
    void wrongKey_isRefusedWithoutBeingShown() {
        String secret = "c2VjcmV0";
        for (String wrong : List.of("", secret, "2026:" + secret, ":" + NEW, "a b:" + NEW.substring(5))) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> SessionOptions.builder()
                            .encryptionKeys(OLD, wrong));
            assertTrue(refused.getMessage().startsWith("encryptionKeys"), refused.getMessage());
            assertFalse(refused.getMessage().contains(secret), refused.getMessage());
        }
    }

    @Test
    void nameGivenTwice_isRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> SessionOptions.builder().encryptionKeys(OLD, key("2025", 3)));
    }

    @Test
    void options_reachTheStore() {
        SessionsOfATest app =
                new SessionsOfATest(SessionOptions.builder().encryptionKeys(OLD).build());
        StoredHttpSession session = app.saved();
        session.setAttribute("card", "4111");
        session.save();
        assertEquals("4111", app.next(session).getAttribute("card"));
        SessionRecord stored = app.store
                .find(IdHash.of(session.getId()), SessionsOfATest.START)
                .orElseThrow();
        assertFalse(new String(stored.attributes().get("card"), ISO_8859_1).contains("4111"));
    }
}
