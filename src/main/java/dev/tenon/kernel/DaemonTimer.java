package dev.tenon.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The timer of an application: one daemon thread, made when the first task comes and gone after {@link #close()}. */
public final class DaemonTimer implements Timer, AutoCloseable {
    private static final Logger LOG = System.getLogger(DaemonTimer.class.getName());
    private static final Cancellable NOTHING = () -> {};

    private final ScheduledThreadPoolExecutor executor;
    private volatile Thread thread; // null before the first task

    /**
     * Sets the name and the class loader of the thread.
     *
     * @param loader the application's class loader, which the tasks see as context class loader
     */
    public DaemonTimer(String threadName, ClassLoader loader) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            thread = DaemonThread.of(task, threadName, loader);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        return unlessClosed(() -> executor.schedule(logged(task), delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        return unlessClosed(() -> executor.scheduleWithFixedDelay(logged(task), nanos, nanos, TimeUnit.NANOSECONDS));
    }

    private static Cancellable unlessClosed(Supplier<Future<?>> scheduling) {
        try {
            Future<?> future = scheduling.get();
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.TRACE, "a task came after the application ended", closed);
            return NOTHING;
        }
    }

    /** Drops what has not run and waits a little for the thread: an executor that has terminated may still have one, and Tomcat warns of it. */
    @Override
    public void close() {
        executor.shutdownNow();
        Thread last = thread;
        try {
            if (last != null && hasNotEnded(last)) {
                LOG.log(Level.WARNING, "TENON-K01 A task of Tenon's timer still runs after the application ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasNotEnded(Thread thread) throws InterruptedException {
        thread.join(5_000);
        return thread.isAlive();
    }

    /** Errors, too: of a class that is missing nobody would hear, and the task would not run again. */
    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "TENON-K02 A task of Tenon's timer failed", e);
            }
        };
    }
}
