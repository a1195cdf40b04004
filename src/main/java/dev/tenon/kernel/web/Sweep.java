package dev.tenon.kernel.web;

import dev.tenon.kernel.DaemonThread;
import dev.tenon.kernel.Timer;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tidies up once in a while, each server at moments of its own. The timer only wakes it; the work is done by one daemon thread, which is there
 * while there is something to do.
 */
public final class Sweep implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String name;
    private final Duration interval;
    private final Work work;
    private final Timer timer;
    private final ThreadPoolExecutor worker;

    /**
     * Sets what is done when; {@link #start} begins.
     *
     * @param name of the thread, and for messages
     * @param interval from the end of one sweep to the next, and before the first: about that, a tenth more or less
     */
    public Sweep(String name, Duration interval, Work work, Timer timer, ServletContext context) {
        this.name = name;
        this.interval = interval;
        this.work = work;
        this.timer = timer;
        this.worker = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, context));
        worker.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins to remove what is too old, until the application stops.
     *
     * @param name of the thread, and for messages
     * @param age after which something is to be removed; it is done as often, and at least every ten minutes
     */
    public static void beginRemoval(WebApp app, String name, Duration age, Removal removal) {
        begin(app, name, age.compareTo(LONGEST) < 0 ? age : LONGEST, () -> {
            removal.run();
            return false;
        });
    }

    /**
     * Begins to do the work until the application stops.
     *
     * @param name of the thread, and for messages
     * @param interval how often, about
     */
    public static void begin(WebApp app, String name, Duration interval, Work work) {
        Sweep sweep = new Sweep(name, interval, work, app.timer(), app.servletContext());
        sweep.start();
        app.onStop(sweep);
    }

    private Thread thread(Runnable task, ServletContext context) {
        return DaemonThread.of(task, name + context.getContextPath(), context.getClassLoader());
    }

    /** Sweeps after about an interval, again and again. */
    public void start() {
        long millis = interval.toMillis();
        long jitter = ThreadLocalRandom.current().nextLong(-millis / 10, millis / 10 + 1);
        timer.after(Duration.ofMillis(millis + jitter), this::wake);
    }

    private void wake() {
        try {
            worker.execute(this::sweepAndGoOn);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.TRACE, "the application ended", closed);
        }
    }

    private void sweepAndGoOn() {
        try {
            sweep();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-K06 " + name + " could not do its work; the next time it tries again", e);
        } finally {
            start();
        }
    }

    private void sweep() throws IOException {
        while (!worker.isShutdown() && work.run()) {
            LOG.log(Level.TRACE, "there is more to do");
        }
    }

    /** Waits for what is being done, without interrupting it: an interrupt closes the file of an embedded H2 under everybody. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "TENON-K07 " + name + " still works after the application ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is to be done, in portions. */
    @FunctionalInterface
    public interface Work {
        /** Does a portion, on the thread of the sweep, and returns whether another is to follow at once. */
        boolean run() throws IOException;
    }

    /** What is to be removed, all at once. */
    @FunctionalInterface
    public interface Removal {
        /** Removes it, on the thread of the sweep. */
        void run() throws IOException;
    }
}
