package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A moment of the fuzz that {@link EngineFuzzSoak} runs by the minute. */
class EngineFuzzTest {
    @Test
    void mutations_areMessagesOrRefused() {
        assertTrue(new EngineFuzz(1).run(Duration.ofSeconds(1)) > 0);
    }
}
