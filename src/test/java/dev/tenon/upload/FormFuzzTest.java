package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A moment of the fuzz that {@link FormFuzzSoak} runs by the minute. */
class FormFuzzTest {
    @Test
    void mutations_areReadOrRefused() {
        FormFuzz fuzz = new FormFuzz(1);
        assertTrue(fuzz.run(Duration.ofSeconds(1)) > 0);
        assertTrue(fuzz.seen().containsAll(Set.of(UploadCode.MALFORMED_BODY)), fuzz.seen()::toString);
    }
}
