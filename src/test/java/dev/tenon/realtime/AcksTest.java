package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AcksTest {
    @Test
    void deadline_thatPassesBeforeItIsKnown_failsTheAnswer() {
        Acks acks = new Acks(new AtomicLong(), new HastyTimer(), Runnable::run);
        assertTrue(acks.expect(0, "q", Duration.ofNanos(1)).isCompletedExceptionally());
    }

    /** Runs every task before its caller can go on, as a busy machine may do. */
    private static final class HastyTimer implements Timer {
        @Override
        public Cancellable after(Duration delay, Runnable task) {
            task.run();
            return () -> {};
        }

        @Override
        public Cancellable every(Duration period, Runnable task) {
            throw new UnsupportedOperationException();
        }
    }
}
