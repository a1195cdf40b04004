package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A moment of the fuzz that {@link PacketFuzzSoak} runs by the minute. */
class PacketFuzzTest {
    @Test
    void mutations_arePacketsOrRefused() {
        assertTrue(PacketFuzz.ofJson(1).run(Duration.ofSeconds(1)) > 0);
    }

    @Test
    void mutationsForMessagePack_arePacketsOrRefused() {
        assertTrue(PacketFuzz.ofMessagePack(1).run(Duration.ofSeconds(1)) > 0);
    }

    @Test
    void mutationsOfMessagePack_areTreesOrRefused() {
        assertTrue(new MessagePackFuzz(1).run(Duration.ofSeconds(1)) > 0);
    }
}
