package dev.tenon.session;

import dev.tenon.kernel.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends expired sessions from time to time, in small batches, each node at moments of its own. The timer only wakes; the work is done by one
 * daemon thread, which is there while there is something to do.
 */
final class ExpirySweep implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ExpirySweep.class.getName());
    private static final int BATCH = 20;

    private final Sessions sessions;
    private final Timer timer;
    private final Duration interval;
    private final ThreadPoolExecutor worker;

    ExpirySweep(Sessions sessions, Timer timer, Duration interval) {
        this.sessions = sessions;
        this.timer = timer;
        this.interval = interval;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        worker.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tenon-sessions" + sessions.context().getContextPath());
        thread.setDaemon(true);
        thread.setContextClassLoader(sessions.context().getClassLoader());
        return thread;
    }

    /** Sweeps after about an interval, again and again. */
    void start() {
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
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-S05 Expired sessions could not be ended; the next sweep tries again", e);
        } finally {
            start();
        }
    }

    void sweep() {
        while (!worker.isShutdown() && sessions.endExpired(BATCH)) {
            LOG.log(Level.TRACE, "more sessions have expired");
        }
    }

    /** Waits for the batch that runs, without interrupting it: an interrupt closes the file of an embedded H2 under everybody. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "TENON-S06 A sweep of sessions still runs after the application ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
