package dev.tenon.realtime.engine;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Pings a client and knows when it stayed silent for too long. It has one timer task at a time, and a pong moves no task: a flood of pongs
 * costs nothing. Its task runs on the timer's thread; the two actions are called without a lock.
 */
final class Heartbeat {
    private final Timer timer;
    private final LongSupplier clock;
    private final long interval;
    private final long timeout;
    private final Runnable ping;
    private final Runnable expire;
    private Timer.Cancellable task;
    private long pingDue;
    private long deadline;
    private boolean waiting;
    private boolean paused;
    private boolean stopped;

    Heartbeat(EngineOptions options, Timer timer, LongSupplier clock, Runnable ping, Runnable expire) {
        this.timer = timer;
        this.clock = clock;
        this.interval = options.pingInterval().toNanos();
        this.timeout = options.pingTimeout().toNanos();
        this.ping = ping;
        this.expire = expire;
        restart();
    }

    synchronized void start() {
        wakeAt(pingDue);
    }

    /** Counts only when a ping waits for it. */
    synchronized void pong() {
        if (waiting) {
            restart();
        }
    }

    /** Returns whether the deadline passed, which a late timer may not have noticed yet. */
    synchronized boolean isOver() {
        return !paused && clock.getAsLong() - deadline >= 0;
    }

    /** Waits for the end of an upgrade: a client that changes its transport does not poll. */
    synchronized void pause() {
        paused = true;
        cancel();
    }

    synchronized void resume() {
        paused = false;
        long now = clock.getAsLong();
        deadline = now + Math.max(deadline - now, timeout);
        wakeAt(waiting ? deadline : pingDue);
    }

    synchronized void stop() {
        stopped = true;
        cancel();
    }

    private void restart() {
        waiting = false;
        pingDue = clock.getAsLong() + interval;
        deadline = pingDue + timeout;
    }

    private void beat() {
        if (isOver()) {
            expire.run();
        } else if (isPingDue()) {
            ping.run();
        }
    }

    private synchronized boolean isPingDue() {
        long now = clock.getAsLong();
        boolean due = !paused && !waiting && now - pingDue >= 0;
        waiting |= due;
        if (!paused) {
            wakeAt(waiting ? now + Math.min(deadline - now, interval) : pingDue);
        }
        return due;
    }

    private void wakeAt(long time) {
        cancel();
        if (!stopped) {
            task = timer.after(Duration.ofNanos(time - clock.getAsLong()), this::beat);
        }
    }

    private void cancel() {
        if (task != null) {
            task.cancel();
        }
    }
}
