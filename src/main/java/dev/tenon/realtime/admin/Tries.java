package dev.tenon.realtime.admin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often somebody may guess: ten times a minute from one address, and from a hundred addresses in all, so that neither passwords nor memory nor
 * the processor are at the mercy of who guesses. Thread-safe.
 */
final class Tries {
    private static final int OF_ADDRESS = 10;
    private static final int ADDRESSES = 100;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final Map<String, Integer> counts = new HashMap<>();
    private final LongSupplier clock;
    private long began;

    /** @param clock in nanoseconds */
    Tries(LongSupplier clock) {
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /** Counts a try before it is made, so that many at once do not pass; false if it is one too many. */
    synchronized boolean begin(String address) {
        if (clock.getAsLong() - began >= WINDOW) {
            counts.clear();
            began = clock.getAsLong();
        }
        int before = counts.getOrDefault(address, 0);
        if (before == OF_ADDRESS || (before == 0 && counts.size() == ADDRESSES)) {
            return false;
        }
        counts.put(address, before + 1);
        return true;
    }

    /** Takes back a try that was right. */
    synchronized void succeeded(String address) {
        counts.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }
}
