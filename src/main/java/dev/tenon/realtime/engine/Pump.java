package dev.tenon.realtime.engine;

import java.util.function.Supplier;

/**
 * Writes what a session has to write, on one thread at a time and without recursion: a thread that finds another one writing leaves,
 * because that one looks again before it stops.
 */
final class Pump {
    private final Object lock;
    private final Supplier<Runnable> source;
    private boolean running;

    /**
     * Sets where the writes come from.
     *
     * @param lock held while the source is asked, but not while it is written
     * @param source gives the next thing to do; null when there is nothing
     */
    Pump(Object lock, Supplier<Runnable> source) {
        this.lock = lock;
        this.source = source;
    }

    void run() {
        for (Runnable write = next(true); write != null; write = next(false)) {
            perform(write);
        }
    }

    /** A write that fails must not leave the session mute: what comes next is written by whoever comes next. */
    private void perform(Runnable write) {
        boolean done = false;
        try {
            write.run();
            done = true;
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    private void stop() {
        synchronized (lock) {
            running = false;
        }
    }

    private Runnable next(boolean first) {
        synchronized (lock) {
            if (first && running) {
                return null;
            }
            Runnable write = source.get();
            running = write != null;
            return write;
        }
    }
}
