package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Fuzzes the parser of forms; {@code -Dfuzz.minutes=} says for how long, {@code -Dfuzz.seed=} repeats a run. */
class FormFuzzSoak {
    @Test
    void mutations_areReadOrRefused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("fuzz.minutes", 1));
        assertTrue(new FormFuzz(seed).run(time) > 0, "seed " + seed);
    }
}
