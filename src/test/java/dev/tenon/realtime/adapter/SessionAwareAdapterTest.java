package dev.tenon.realtime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionAwareAdapterTest extends SessionKeepingContract {
    private static final int LOG_SIZE = 10_000;

    private final Cleaning cleaning = new Cleaning();
    private long now = Long.MAX_VALUE; // so that the clock overflows, as nanoTime may

    @Override
    protected Adapter create(LocalSockets local) {
        return new SessionAwareAdapter(local, cleaning, () -> now, LOG_SIZE);
    }

    private void passes(Duration time) {
        now += time.toNanos();
        cleaning.task.run();
    }

    @Test
    void session_isOver_afterTheLongestDisconnection() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("in time", offset, "a");
        persist("too late", offset, "a");
        passes(Duration.ofMinutes(2));
        assertTrue(restore("in time", offset).isPresent());
        passes(Duration.ofNanos(1));
        assertTrue(restore("too late", offset).isEmpty());
    }

    @Test
    void session_withAnEventThatIsForgotten_isNotRestored() throws Exception {
        String offset = emit("seen", Target.ALL);
        emit("perhaps missed", Target.ALL);
        passes(Duration.ofMinutes(4));
        persist("p", null, "a");
        assertTrue(restore("p", offset).isEmpty());
    }

    @Test
    void session_thatHadItsLastEvent_isRestored_howeverLongAgoThatWas() throws Exception {
        String offset = emit("for all", Target.ALL);
        emit("for others", Target.ALL.to("r"));
        passes(Duration.ofHours(1));
        persist("p", offset, "a");
        emit("missed", Target.ALL);
        assertEquals(List.of("2[\"missed\"]"), missed(restore("p", offset).orElseThrow()));
    }

    @Test
    void session_isNotRestored_whenWhatItMissedTookTooMuchRoom() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a");
        for (int i = 0; i < LOG_SIZE / 100; i++) {
            emit("missed", Target.ALL);
        }
        assertTrue(restore("p", offset).isEmpty());
    }

    @Test
    void sessions_areBounded_theOldestEndsFirst() throws Exception {
        String offset = emit("seen", Target.ALL);
        for (int i = 0; i <= 10_000; i++) {
            persist("p" + i, offset, "a");
        }
        assertTrue(restore("p0", offset).isEmpty());
        assertTrue(restore("p1", offset).isPresent());
    }

    /** A timer that knows what it has to do again and again. */
    private static final class Cleaning implements Timer {
        private Runnable task = () -> {};

        @Override
        public Cancellable after(Duration delay, Runnable once) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Cancellable every(Duration period, Runnable again) {
            task = again;
            return () -> task = () -> {};
        }
    }
}
