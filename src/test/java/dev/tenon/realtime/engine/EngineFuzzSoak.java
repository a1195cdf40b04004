package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Fuzzes the decoders of Engine.IO; {@code -Dfuzz.minutes=} says for how long, {@code -Dfuzz.seed=} repeats a run. */
class EngineFuzzSoak {
    @Test
    void mutations_areMessagesOrRefused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("fuzz.minutes", 1));
        assertTrue(new EngineFuzz(seed).run(time) > 0, "seed " + seed);
    }
}
