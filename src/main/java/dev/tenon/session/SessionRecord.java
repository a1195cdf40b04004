package dev.tenon.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A session as its store has it.
 *
 * @param row the number by which the store knows it for ever
 * @param alias its public name: random, the same after a change of id, of no use to open the session
 * @param createdAt when it was made
 * @param accessedAt when it was last used, as far as the store was told
 * @param maxInactive how long it lives without access; zero or less for ever
 * @param attributes the encoded value of each attribute by its name
 */
public record SessionRecord(
        long row,
        String alias,
        Instant createdAt,
        Instant accessedAt,
        Duration maxInactive,
        Map<String, byte[]> attributes) {

    /** Returns the first moment at which a session last used then has expired; {@link Instant#MAX} for one that never does. */
    public static Instant expiry(Instant accessedAt, Duration maxInactive) {
        return maxInactive.isZero() || maxInactive.isNegative() ? Instant.MAX : accessedAt.plus(maxInactive);
    }
}
