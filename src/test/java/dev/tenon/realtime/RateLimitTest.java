package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private long now = Long.MAX_VALUE - 5; // the clock of the JVM may begin anywhere, and wrap

    private int passed(RateLimit limit, int events) {
        int passed = 0;
        for (int i = 0; i < events; i++) {
            passed += limit.allows() ? 1 : 0;
        }
        return passed;
    }

    @Test
    void burst_ofTenSecondsPasses() {
        RateLimit limit = new RateLimit(5, () -> now);
        assertEquals(50, passed(limit, 60));
    }

    @Test
    void average_isWhatIsAllowed() {
        RateLimit limit = new RateLimit(5, () -> now);
        passed(limit, 50);
        assertFalse(limit.allows());
        now += Duration.ofSeconds(2).toNanos();
        assertEquals(10, passed(limit, 20));
    }

    @Test
    void pause_savesNoMoreThanTenSeconds() {
        RateLimit limit = new RateLimit(5, () -> now);
        now += Duration.ofHours(1).toNanos();
        assertEquals(50, passed(limit, 100));
    }

    @Test
    void zero_isNoLimit() {
        assertEquals(100_000, passed(new RateLimit(0, () -> now), 100_000));
    }
}
