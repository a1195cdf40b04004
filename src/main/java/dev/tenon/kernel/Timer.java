package dev.tenon.kernel;

import java.time.Duration;

/** Runs short tasks later. One to an application; its tasks must not block, nor run code of the application. Thread-safe. */
public interface Timer {
    /**
     * Runs a task once.
     *
     * @param delay from now; zero or less means as soon as possible
     * @return what takes the task back
     */
    Cancellable after(Duration delay, Runnable task);

    /**
     * Runs a task again and again; one that throws is logged and goes on.
     *
     * @param period from the end of a run to the start of the next, and before the first
     * @return what ends it
     */
    Cancellable every(Duration period, Runnable task);

    /** A task that can be taken back. */
    @FunctionalInterface
    interface Cancellable {
        /** Takes the task back; does nothing if it ran or was taken back already, and does not wait for one that runs now. */
        void cancel();
    }
}
