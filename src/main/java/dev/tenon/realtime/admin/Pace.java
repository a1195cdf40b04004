package dev.tenon.realtime.admin;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets so much pass in a second, and no more. Thread-safe. */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int most;
    private final LongSupplier clock;
    private long began;
    private int passed;

    /** @param clock in nanoseconds */
    Pace(int most, LongSupplier clock) {
        this.most = most;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    synchronized boolean allows() {
        long now = clock.getAsLong();
        if (now - began >= SECOND) {
            began = now;
            passed = 0;
        }
        return passed++ < most;
    }
}
