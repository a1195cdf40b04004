package dev.tenon.kernel;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happened, from zero at the start of the application. Thread-safe, and cheap where many threads count at once. */
public final class Counter {
    private final LongAdder sum = new LongAdder();

    Counter() {}

    /** Counts one more. */
    public void increment() {
        sum.increment();
    }

    /** Counts several more: bytes, or nanoseconds. */
    public void add(long amount) {
        sum.add(amount);
    }

    /** Returns how many there have been. */
    public long sum() {
        return sum.sum();
    }
}
