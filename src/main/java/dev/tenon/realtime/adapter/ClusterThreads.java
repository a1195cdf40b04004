package dev.tenon.realtime.adapter;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads by which one application hears others: those that wait for the network, a timer, and a few workers that live while they have
 * something to do. All are daemons, see the class loader of the application, and are gone after {@link #close}.
 */
public final class ClusterThreads implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ClusterThreads.class.getName());
    private static final int WORKERS = 4;
    private static final Duration END = Duration.ofSeconds(3);

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final String name;
    private final DaemonTimer timer;
    private final ThreadPoolExecutor workers;
    private final List<Thread> started = new ArrayList<>();

    /** Sets what the names of the threads begin with. */
    public ClusterThreads(String name) {
        this.name = name;
        timer = new DaemonTimer(name + "-timer", loader);
        workers = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> thread("worker", task),
                (task, ended) -> LOG.log(Level.DEBUG, "a task came after the end"));
        workers.allowCoreThreadTimeOut(true);
    }

    private Thread thread(String purpose, Runnable task) {
        Thread thread = new Thread(task, name + "-" + purpose);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** Starts a thread that ends by itself when it is told to. */
    public void start(String purpose, Runnable task) {
        Thread thread = thread(purpose, task);
        started.add(thread);
        thread.start();
    }

    /** Returns the timer. */
    public Timer timer() {
        return timer;
    }

    /** Returns what runs code of the application. */
    public Executor workers() {
        return workers;
    }

    /** Waits a little for threads that were told to end. */
    @Override
    public void close() {
        timer.close();
        workers.shutdown();
        try {
            boolean running = !workers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
            for (Thread thread : started) {
                thread.join(END.toMillis());
                running |= thread.isAlive();
            }
            if (running) {
                LOG.log(Level.WARNING, "TENON-R04 A thread called {0} still runs after the application ended", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
