package dev.tenon.sample;

import dev.tenon.realtime.Realtime;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the agents every other second how the desk is doing, and looks for who waits too long. */
final class LiveView implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveView.class.getName());
    private static final int PERIOD_SECONDS = 2;

    private final Desk desk;
    private final ServerDesk servers;
    private final Realtime io;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "desk-live-view");
        thread.setDaemon(true);
        return thread;
    });

    LiveView(DeskRooms rooms, Realtime io) {
        this.desk = rooms.desk();
        this.servers = rooms.servers();
        this.io = io;
    }

    void open() {
        timer.scheduleWithFixedDelay(this::tick, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** A task that throws would never run again. */
    private void tick() {
        try {
            desk.others().tellAll(io.counts().transports());
            servers.forgetSilent();
            desk.lookAround();
            if (!desk.agents().own().isEmpty()) {
                desk.tellHere(
                        Notice.AGENTS,
                        "live",
                        new Live(desk.figures(), desk.others().connections()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The desk could not be looked after", e);
        }
    }

    /** Waits for what it does just now, without interrupting it: that would close the file of an embedded database. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The desk is still being looked after");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        desk.others().tellGoodbye();
    }

    /**
     * What the agents see.
     *
     * @param connections how many each transport has, as Tenon counts them, at all servers
     */
    record Live(Desk.Figures desk, Map<String, Integer> connections) {}
}
