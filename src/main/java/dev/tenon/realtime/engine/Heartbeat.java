package dev.tenon.realtime.engine;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Pings a client, unless the client pings, and knows when it stayed silent for too long. It has one timer task at a time, and a pong moves no task: a flood of pongs
 * costs nothing. Its task runs on the timer's thread; the two actions are called without a lock.
 */
final class Heartbeat {
    private final Timer timer;
    private final LongSupplier clock;
    private final long interval;
    private final long timeout;
    private final boolean clientPings;
    private final Runnable ping;
    private final Runnable expire;
    private Timer.Cancellable task;
    private long pingDue;
    private long deadline;
    private boolean waiting; // for a pong, or always for the client's ping
    private boolean paused;
    private boolean stopped;

    Heartbeat(
            EngineOptions options,
            boolean clientPings,
            Timer timer,
            LongSupplier clock,
            Runnable ping,
            Runnable expire) {
        this.timer = timer;
        this.clock = clock;
        this.interval = options.pingInterval().toNanos();
        this.timeout = options.pingTimeout().toNanos();
        this.clientPings = clientPings;
        this.ping = ping;
        this.expire = expire;
        restart();
    }

    synchronized void start() {
        wakeAt(pingDue);
    }

    /** Hears the client's sign of life; a pong counts only when a ping waits for it. */
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
        waiting = clientPings;
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
