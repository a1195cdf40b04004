package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of three methods promises on one server: all but the news that sessions expired. */
public abstract class KeyValueSessionStoreContract extends SessionStoreContract {
    @Override
    @Test
    protected void claimExpired_givesEachToOne() {
        IdHash id = IdHash.of("expires");
        Instant past = Instant.parse("2026-11-21T12:00:00Z");
        store().create(id, "alias", past, Duration.ofHours(1));
        assertEquals(List.of(), store().claimExpired(past.plus(Duration.ofHours(1)), 10));
        assertTrue(store().find(id, past.plus(Duration.ofHours(1))).isEmpty());
    }
}
