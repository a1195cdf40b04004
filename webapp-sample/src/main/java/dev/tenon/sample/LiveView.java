package dev.tenon.sample;

import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.RealtimeCounts;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the agents every other second how the desk is doing, and looks for who waits too long. */
final class LiveView implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveView.class.getName());
    private static final int PERIOD_SECONDS = 2;

    private final Desk desk;
    private final Realtime io;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "desk-live-view");
        thread.setDaemon(true);
        return thread;
    });

    LiveView(Desk desk, Realtime io) {
        this.desk = desk;
        this.io = io;
    }

    void open() {
        timer.scheduleWithFixedDelay(this::tick, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** A task that throws would never run again. */
    private void tick() {
        try {
            desk.lookAround();
            if (desk.agents().size() > 0) {
                desk.tell(Notice.AGENTS, "live", new Live(desk.figures(), io.counts()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The desk could not be looked after", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /**
     * What the agents see.
     *
     * @param tenon what Tenon counts on this server
     */
    record Live(Desk.Figures desk, RealtimeCounts tenon) {}
}
