package dev.tenon.it;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what takes its time. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Waiting() {}

    /** @param millis how long at least, because looking sooner would change what is waited for */
    static void until(String what, Callable<Boolean> condition, long millis) throws Exception {
        Thread.sleep(millis);
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain: " + what);
            }
            Thread.sleep(1_500); // longer than sessions live that are to expire
        }
    }
}
