package dev.tenon.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    /** Whether nobody used it for too long. */
    boolean hasExpired(Instant now) {
        return !expiry(accessedAt, maxInactive).isAfter(now);
    }

    /** The session after a change. */
    SessionRecord with(SessionDelta delta) {
        Map<String, byte[]> changed = new HashMap<>(attributes);
        changed.putAll(delta.set());
        changed.keySet().removeAll(delta.removed());
        Duration lives = delta.maxInactive().orElse(maxInactive);
        return new SessionRecord(row, alias, createdAt, accessedAt, lives, Map.copyOf(changed));
    }

    /** The session after an access; the last one counts, whichever is told first. */
    SessionRecord accessed(Instant at) {
        return at.isAfter(accessedAt) ? new SessionRecord(row, alias, createdAt, at, maxInactive, attributes) : this;
    }
}
