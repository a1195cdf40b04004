package dev.tenon.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;

/** What waits for one thread to send it, in its order, within bounds. Thread-safe: anybody adds, one thread takes. */
public final class Backlog<T> {
    private final Queue<T> waiting = new ArrayDeque<>();
    private final int most;
    private final long mostBytes;
    private final ToLongFunction<T> size;
    private final IntConsumer onLoss;
    private long bytes;
    private boolean losing;
    private boolean closed;

    /**
     * Sets the bounds.
     *
     * @param most how many may wait
     * @param mostBytes how large they may be together
     * @param size how many bytes one has
     * @param onLoss hears how many wait when the first of them is not taken, and again only after one was
     */
    public Backlog(int most, long mostBytes, ToLongFunction<T> size, IntConsumer onLoss) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.size = size;
        this.onLoss = onLoss;
    }

    /** Returns whether it will be sent after those before: not if too much waits, or after the end. */
    public boolean add(T item) {
        int left;
        synchronized (this) {
            if (closed) {
                return false;
            }
            if (waiting.size() < most && bytes + size.applyAsLong(item) <= mostBytes) {
                waiting.add(item);
                bytes += size.applyAsLong(item);
                losing = false;
                notifyAll();
                return true;
            }
            if (losing) {
                return false;
            }
            losing = true;
            left = waiting.size();
        }
        onLoss.accept(left);
        return false;
    }

    /** Waits until there is something, and returns the first of it, which stays; nothing at the end, once all is taken. */
    public synchronized List<T> await(int atMost) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return waiting.stream().limit(atMost).toList();
    }

    /** Forgets so many of the first. */
    public synchronized void remove(int count) {
        for (int i = 0; i < count; i++) {
            bytes -= size.applyAsLong(waiting.remove());
        }
    }

    /** Waits before another attempt. Returns whether the end came. */
    public synchronized boolean pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return closed;
    }

    /** Takes nothing more. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Takes nothing more, and returns what was not sent. */
    public synchronized List<T> drain() {
        close();
        List<T> left = List.copyOf(waiting);
        waiting.clear();
        bytes = 0;
        return left;
    }
}
