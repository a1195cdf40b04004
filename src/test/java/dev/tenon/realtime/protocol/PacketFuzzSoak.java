package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Fuzzes the decoders of Socket.IO; {@code -Dfuzz.minutes=} says for how long, {@code -Dfuzz.seed=} repeats a run. */
class PacketFuzzSoak {
    @Test
    void mutations_arePacketsOrRefused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("fuzz.minutes", 1));
        assertTrue(PacketFuzz.ofJson(seed).run(time) > 0, "seed " + seed);
    }

    @Test
    void mutationsForMessagePack_arePacketsOrRefused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("fuzz.minutes", 1));
        assertTrue(PacketFuzz.ofMessagePack(seed).run(time) > 0, "seed " + seed);
    }

    @Test
    void mutationsOfMessagePack_areTreesOrRefused() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("fuzz.minutes", 1));
        assertTrue(new MessagePackFuzz(seed).run(time) > 0, "seed " + seed);
    }
}
