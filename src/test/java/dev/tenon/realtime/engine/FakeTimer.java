package dev.tenon.realtime.engine;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.PriorityQueue;

/** A timer whose time passes when the test says so. */
final class FakeTimer implements Timer {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>((a, b) -> Long.signum(a.due() - b.due()));
    private long now = Long.MAX_VALUE - 1_000_000_000; // so that the clock overflows, as nanoTime may

    long nanoTime() {
        return now;
    }

    int waiting() {
        return tasks.size();
    }

    /** Lets time pass, and runs what falls due in its order. */
    void advance(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().due() - end <= 0) {
            Task next = tasks.poll();
            now = next.due();
            next.work().run();
        }
        now = end;
    }

    /** Lets time pass while the thread of the timer is kept from running. */
    void stall(Duration time) {
        now += time.toNanos();
    }

    @Override
    public Cancellable after(Duration delay, Runnable work) {
        Task task = new Task(now + delay.toNanos(), work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public Cancellable every(Duration period, Runnable work) {
        throw new UnsupportedOperationException();
    }

    private record Task(long due, Runnable work) {}
}
