package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DaemonTimerTest {
    private final ClassLoader loader = new ClassLoader() {};

    @Test
    void task_runsOnADaemonThreadOfTheApplication() throws Exception {
        try (DaemonTimer timer = new DaemonTimer("tenon-timer-test", loader)) {
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            timer.after(Duration.ZERO, () -> ran.complete(Thread.currentThread()));
            Thread thread = ran.get(5, TimeUnit.SECONDS);
            assertTrue(thread.isDaemon());
            assertSame(loader, thread.getContextClassLoader());
        }
    }

    @Test
    void task_thatThrows_runsAgain() throws Exception {
        try (DaemonTimer timer = new DaemonTimer("tenon-timer-test", loader)) {
            CountDownLatch runs = new CountDownLatch(3);
            timer.every(Duration.ofMillis(1), () -> {
                runs.countDown();
                throw new IllegalStateException("expected by this test");
            });
            assertTrue(runs.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void close_leavesNoThread_andTakesNoTask() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        DaemonTimer timer = new DaemonTimer("tenon-timer-test", loader);
        timer.after(Duration.ZERO, () -> ran.complete(Thread.currentThread()));
        Thread thread = ran.get(5, TimeUnit.SECONDS);
        timer.close();
        assertFalse(thread.isAlive());
        timer.after(Duration.ZERO, () -> {
                    throw new AssertionError("ran after close");
                })
                .cancel();
    }

    /** A class that a task needs may be missing; the other tasks, and this one, go on. */
    @Test
    void taskThatFailsWithAnError_runsAgain() throws Exception {
        try (DaemonTimer timer = new DaemonTimer("tenon-timer-test", loader)) {
            CountDownLatch runs = new CountDownLatch(3);
            timer.every(Duration.ofMillis(1), () -> {
                runs.countDown();
                throw new NoClassDefFoundError("expected by this test");
            });
            assertTrue(runs.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void everyAfterClose_isNothing() {
        DaemonTimer timer = new DaemonTimer("tenon-timer-test", loader);
        timer.close();
        timer.every(Duration.ofMillis(1), () -> {
                    throw new AssertionError("ran after close");
                })
                .cancel();
    }

    /** Else it keeps the user, the transaction or the log context of whichever request came first. */
    @Test
    void thread_inheritsNothingOfTheRequestThatCameFirst() throws Exception {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        user.set("mia");
        try (DaemonTimer timer = new DaemonTimer("tenon-timer-test", loader)) {
            CompletableFuture<String> seen = new CompletableFuture<>();
            timer.after(Duration.ZERO, () -> seen.complete(String.valueOf(user.get())));
            assertEquals("null", seen.get(5, TimeUnit.SECONDS));
        } finally {
            user.remove();
        }
    }
}
