package dev.tenon.realtime.web;

import dev.tenon.kernel.DaemonThread;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few daemon threads for what must not hold up a timer or a sender; none of them lives while there is nothing to do. */
public final class Workers implements Executor, AutoCloseable {
    private static final Logger LOG = System.getLogger(Workers.class.getName());
    private static final int THREADS = 8;

    private final ThreadPoolExecutor threads;

    /** Sets the name of the threads, and the application whose class loader the tasks see as context class loader. */
    public Workers(String purpose, ServletContext context) {
        String name = purpose + context.getContextPath();
        ClassLoader loader = context.getClassLoader();
        ThreadFactory factory = task -> DaemonThread.of(task, name, loader);
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                (task, ended) -> task.run());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs the task soon; a task that comes after the end runs here and now. */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Waits a little for what was begun, so that listeners hear the end before the application is gone. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                LOG.log(Level.WARNING, "TENON-R28 Realtime connections were still closing when the application ended");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
