package dev.tenon.realtime;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs handlers of the application for which no message gave a thread: an ack that did not come, a session that ended. One daemon thread,
 * made when it is needed and gone after ten idle seconds.
 */
final class Worker implements Executor, AutoCloseable {
    private final ThreadPoolExecutor executor;

    /**
     * Sets the name of the thread.
     *
     * @param loader the application's class loader, which handlers see as context class loader
     */
    Worker(String name, ClassLoader loader) {
        executor = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // the application has ended
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> Guard.run("a task of realtime", task));
    }

    /** Runs what is queued, and waits a little for it, so that no thread outlives the application. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
