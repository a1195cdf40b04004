package dev.tenon.upload.resumable;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Removes expired uploads. The timer only wakes it; the work is done by one daemon thread, which is there while there is something to do. */
final class Sweep implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    private final UploadFolder folder;
    private final ThreadPoolExecutor worker;

    Sweep(UploadFolder folder, ServletContext context) {
        this.folder = folder;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(1),
                work -> thread(work, context),
                new ThreadPoolExecutor.DiscardPolicy());
        worker.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work, ServletContext context) {
        Thread thread = new Thread(work, "tenon-uploads" + context.getContextPath());
        thread.setDaemon(true);
        thread.setContextClassLoader(context.getClassLoader());
        return thread;
    }

    void begin() {
        worker.execute(this::sweep);
    }

    private void sweep() {
        try {
            folder.sweep();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Expired uploads could not be removed; the next sweep tries again", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The removal of expired uploads still runs after the application ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
