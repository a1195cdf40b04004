package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private final Bench bench = new Bench().opened();

    @Test
    void ping_isSentAfterTheInterval_again_andAgain() {
        for (int i = 0; i < 3; i++) {
            FakePoll poll = bench.poll();
            bench.timer.advance(Bench.INTERVAL.minus(MILLI));
            assertNull(poll.answer());
            bench.timer.advance(MILLI);
            assertEquals("2", poll.answer());
            assertEquals(200, bench.post("3"));
        }
        bench.assertHeard();
    }

    @Test
    void ping_isSentInTime_whenTheTimeoutIsLonger() {
        Bench other = new Bench(EngineOptions.builder()
                        .pingInterval(Duration.ofSeconds(5))
                        .pingTimeout(Duration.ofSeconds(60))
                        .build())
                .opened();
        for (int i = 0; i < 3; i++) {
            FakePoll poll = other.poll();
            other.timer.advance(Duration.ofSeconds(5));
            assertEquals("2", poll.answer());
            other.post("3");
        }
    }

    @Test
    void silentClient_endsAfterTheTimeout() {
        bench.timer.advance(Bench.INTERVAL.plus(Bench.TIMEOUT).minus(MILLI));
        bench.assertHeard();
        bench.timer.advance(MILLI);
        bench.assertHeard("closed: ping timeout");
        assertEquals("UNKNOWN_SID", bench.poll().answer());
        assertEquals(0, bench.timer.waiting());
    }

    @Test
    void silentClient_isNoticedByItsNextRequest_whenTheTimerIsLate() {
        bench.timer.stall(Bench.INTERVAL.plus(Bench.TIMEOUT));
        assertEquals("UNKNOWN_SID", bench.poll().answer());
        bench.assertHeard("closed: ping timeout");
    }

    @Test
    void pongs_thatNobodyAskedFor_changeNothing() {
        bench.timer.advance(Bench.INTERVAL.minus(MILLI));
        assertEquals(200, bench.post("3" + "\u001e3".repeat(1000)));
        assertEquals(1, bench.timer.waiting());
        bench.timer.advance(MILLI);
        assertEquals("2", bench.poll().answer());
    }

    @Test
    void messages_areNoPong() {
        bench.timer.advance(Bench.INTERVAL);
        bench.post("4a");
        bench.timer.advance(Bench.TIMEOUT);
        bench.assertHeard("a", "closed: ping timeout");
    }
}
