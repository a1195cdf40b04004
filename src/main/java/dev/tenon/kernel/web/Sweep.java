package dev.tenon.kernel.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tidies up once in a while. The timer only wakes it; the work is done by one daemon thread, which is there while there is something to do. */
public final class Sweep implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String name;
    private final Work work;
    private final ThreadPoolExecutor worker;

    private Sweep(String name, Work work, ServletContext context) {
        this.name = name;
        this.work = work;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(1),
                task -> thread(task, context),
                new ThreadPoolExecutor.DiscardPolicy());
        worker.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins to do the work until the application stops.
     *
     * @param name of the thread, and for messages
     * @param age after which something is to be removed; it is done as often, and at least every ten minutes
     */
    public static void begin(WebApp app, String name, Duration age, Work work) {
        Sweep sweep = new Sweep(name, work, app.servletContext());
        app.onStop(sweep);
        app.timer().every(age.compareTo(LONGEST) < 0 ? age : LONGEST, () -> sweep.worker.execute(sweep::work));
    }

    private Thread thread(Runnable task, ServletContext context) {
        Thread thread = new Thread(task, name + context.getContextPath());
        thread.setDaemon(true);
        thread.setContextClassLoader(context.getClassLoader());
        return thread;
    }

    private void work() {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-K06 " + name + " could not do its work; the next time it tries again", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "TENON-K07 " + name + " still works after the application ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is to be done. */
    public interface Work {
        /** Does it once, on the thread of the sweep. */
        void run() throws IOException;
    }
}
