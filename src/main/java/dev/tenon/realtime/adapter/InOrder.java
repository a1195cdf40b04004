package dev.tenon.realtime.adapter;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs tasks one after the other, in their order, on threads of another executor. Tasks beyond a bound are dropped, and logged. Thread-safe. */
public final class InOrder implements Executor {
    private static final Logger LOG = System.getLogger(InOrder.class.getName());
    private static final int MOST = 10_000;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Executor threads;
    private boolean running;

    /** Sets whose threads run the tasks. */
    public InOrder(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            if (waiting.size() == MOST) {
                LOG.log(
                        Level.WARNING,
                        "TENON-R05 A message of another server is lost: {0} wait for listeners of this one",
                        MOST);
                return;
            }
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::runAll);
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            run(task);
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            running = task != null;
            return task;
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) { // an Error, too, must not hold up for ever what waits behind it
            LOG.log(Level.WARNING, "TENON-R06 A message of another server could not be handled", e);
        }
    }
}
