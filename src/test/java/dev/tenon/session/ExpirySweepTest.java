package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.Timer;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.kernel.web.Sweep;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ExpirySweepTest {
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final SessionsOfATest test = new SessionsOfATest();
    private final WaitingTimer timer = new WaitingTimer();
    private final Sweep sweep =
            new Sweep("tenon-sessions", INTERVAL, () -> test.sessions.endExpired(20), timer, SessionsOfATest.context());
    private final BlockingQueue<SessionRef> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

    ExpirySweepTest() {
        test.sessions.onEnd(ref -> {
            threads.add(Thread.currentThread().getName());
            ended.add(ref);
        });
    }

    @AfterEach
    void close() {
        sweep.close();
    }

    @Test
    void sweep_endsAllThatExpired_notOnTheTimersThread() throws Exception {
        Set<SessionRef> expected = new HashSet<>();
        for (int i = 0; i < 45; i++) {
            expected.add(test.saved().copy().ref());
        }
        test.pass(Duration.ofMinutes(30));
        StoredHttpSession alive = test.saved();
        sweep.start();
        timer.next().run();
        for (int i = 0; i < 45; i++) {
            assertTrue(expected.remove(ended.take()));
        }
        assertEquals("tenon-sessions/shop", threads.take());
        assertTrue(test.next(alive) != null);
    }

    @Test
    void sweep_comesAgain_withinATenthOfTheInterval() throws Exception {
        sweep.start();
        for (int i = 0; i < 3; i++) {
            timer.next().run();
            Duration delay = timer.delays.take();
            assertTrue(delay.compareTo(Duration.ofMinutes(9)) >= 0 && delay.compareTo(Duration.ofMinutes(11)) <= 0);
        }
    }

    @Test
    void sweep_afterTheEnd_doesNothing() throws Exception {
        test.saved();
        test.pass(Duration.ofMinutes(30));
        sweep.start();
        sweep.close();
        timer.next().run();
        assertEquals(0, ended.size());
    }

    /** Keeps tasks until a test asks for them. */
    private static final class WaitingTimer implements Timer {
        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private final BlockingQueue<Duration> delays = new LinkedBlockingQueue<>();

        Runnable next() throws InterruptedException {
            return tasks.take();
        }

        @Override
        public Cancellable after(Duration delay, Runnable task) {
            delays.add(delay);
            tasks.add(task);
            return () -> tasks.remove(task);
        }

        @Override
        public Cancellable every(Duration period, Runnable task) {
            throw new UnsupportedOperationException("every");
        }
    }
}
