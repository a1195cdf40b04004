package dev.tenon.realtime.adapter;

import java.time.Duration;
import java.util.Objects;

/**
 * How a broadcast travels. Immutable.
 *
 * @param isVolatile whether it is lost for a client that cannot take it at once
 * @param compress whether a transport that compresses may do so with it
 * @param local whether it stays on this server
 * @param timeout how long to wait for answers
 */
public record Flags(boolean isVolatile, boolean compress, boolean local, Duration timeout) {
    /** Nothing is lost, everything may be compressed, all servers are meant, and answers may take 5 seconds. */
    public static final Flags DEFAULT = new Flags(false, true, false, Duration.ofSeconds(5));

    /**
     * Returns the flags.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Flags {
        if (Objects.requireNonNull(timeout, "timeout").isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive, not " + timeout);
        }
    }

    /** Returns flags of something that may be lost. */
    public Flags asVolatile() {
        return new Flags(true, compress, local, timeout);
    }

    /** Returns flags that allow or forbid compression. */
    public Flags compress(boolean allowed) {
        return new Flags(isVolatile, allowed, local, timeout);
    }

    /** Returns flags of something that stays on this server. */
    public Flags asLocal() {
        return new Flags(isVolatile, compress, true, timeout);
    }

    /**
     * Returns flags with this timeout.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Flags timeout(Duration limit) {
        return new Flags(isVolatile, compress, local, limit);
    }
}
