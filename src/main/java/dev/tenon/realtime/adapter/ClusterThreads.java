package dev.tenon.realtime.adapter;

import dev.tenon.kernel.DaemonThread;
import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads by which one application hears others: those that wait for the network, a timer, and some that live while they have something to do: a few
 * workers for code of the application, and one for Tenon's own, which never waits for that. All are daemons, see the class loader of the application, and are gone after {@link #close}.
 */
public final class ClusterThreads implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ClusterThreads.class.getName());
    private static final int WORKERS = 4;
    private static final Duration END = Duration.ofSeconds(3);

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final String name;
    private final DaemonTimer timer;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor service;
    private final ThreadPoolExecutor late;
    private final List<Thread> started = new ArrayList<>();

    /** Sets what the names of the threads begin with. */
    public ClusterThreads(String name) {
        this.name = name;
        timer = new DaemonTimer(name + "-timer", loader);
        workers = pool("worker", WORKERS);
        service = pool("service", 1);
        late = pool("late", 1);
    }

    private ThreadPoolExecutor pool(String purpose, int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> thread(purpose, task),
                (task, ended) -> LOG.log(Level.DEBUG, "a task came after the end"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private Thread thread(String purpose, Runnable task) {
        return DaemonThread.of(task, name + "-" + purpose, loader);
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

    /** Returns the thread that keeps the cluster going: it runs short tasks one after the other, and none of the application's. */
    public Executor service() {
        return service;
    }

    /**
     * Returns what completes as a stage does, for the application to go on with: on a worker's thread. It fails where none of them is free in time, because
     * code of the application waits on all of them, perhaps for this very stage.
     *
     * @param <T> what the stage brings
     */
    <T> CompletionStage<T> toApplication(CompletionStage<T> stage, Duration limit) {
        CompletableFuture<T> told = new CompletableFuture<>();
        TimeoutException tooLate = new TimeoutException("no thread was free within " + limit + " to tell what came");
        Timer.Cancellable deadline = timer.after(limit, () -> late.execute(() -> told.completeExceptionally(tooLate)));
        stage.whenComplete((value, failure) -> workers.execute(() -> {
            deadline.cancel();
            if (failure == null) {
                told.complete(value);
            } else {
                told.completeExceptionally(failure);
            }
        }));
        return told;
    }

    /** Waits a little for threads that were told to end. */
    @Override
    public void close() {
        timer.close();
        List<ThreadPoolExecutor> pools = List.of(workers, service, late);
        pools.forEach(ThreadPoolExecutor::shutdown);
        try {
            boolean running = false;
            for (ThreadPoolExecutor pool : pools) {
                running |= !pool.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
            }
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
