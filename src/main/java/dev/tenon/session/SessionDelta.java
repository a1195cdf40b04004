package dev.tenon.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one request changed in a session.
 *
 * @param set the encoded values of the attributes that are new or other than before
 * @param removed the names of the attributes that are gone
 * @param maxInactive how long the session lives without access from now on, zero or less for ever; empty when that did not change
 */
public record SessionDelta(Map<String, byte[]> set, Set<String> removed, Optional<Duration> maxInactive) {
    /** With one more attribute. */
    SessionDelta with(String name, byte[] value) {
        Map<String, byte[]> more = new HashMap<>(set);
        more.put(name, value);
        return new SessionDelta(more, removed, maxInactive);
    }

    /** Returns whether nothing changed. */
    public boolean isEmpty() {
        return set.isEmpty() && removed.isEmpty() && maxInactive.isEmpty();
    }
}
