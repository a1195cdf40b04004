package dev.tenon.realtime;

import java.util.function.LongSupplier;

/**
 * How many events one client may send: so many per second on average, and those of ten seconds at once after a pause. It remembers until
 * when the events so far would last at the allowed rate. Used in turn with the messages of the connection.
 */
final class RateLimit {
    private static final long SECOND = 1_000_000_000;
    private static final long BURST = 10 * SECOND;

    private final LongSupplier clock;
    private final long pace;
    private long lasts;

    /**
     * Sets the limit.
     *
     * @param perSecond 0 for none
     */
    RateLimit(int perSecond, LongSupplier clock) {
        this.clock = clock;
        this.pace = perSecond == 0 ? 0 : SECOND / perSecond;
        this.lasts = pace == 0 ? 0 : clock.getAsLong();
    }

    /** Counts an event, and returns whether it may pass. */
    boolean allows() {
        if (pace == 0) {
            return true;
        }
        long now = clock.getAsLong();
        long ahead = Math.max(lasts - now, 0) + pace;
        if (ahead > BURST) {
            return false;
        }
        lasts = now + ahead;
        return true;
    }
}
