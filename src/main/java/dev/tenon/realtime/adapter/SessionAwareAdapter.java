package dev.tenon.realtime.adapter;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.protocol.Packet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * The rooms of a single server whose clients may come back: it remembers the last events, and the sockets that were cut off. One lock orders the
 * events; while it is held they are encoded and queued, but nothing is written and no listener runs.
 */
public final class SessionAwareAdapter extends MemoryAdapter {
    private static final long MAX_LOG_SIZE = 16L << 20;
    private static final int MAX_SESSIONS = 10_000;
    private static final Duration MAX_PERIOD = Duration.ofMinutes(1);

    /** How long, in nanoseconds, the end of a connection may take to be heard, behind a handler that still runs. */
    private static final long LATE = Duration.ofMinutes(1).toNanos();

    private final Object lock = new Object();
    private final LocalSockets local;
    private final Timer timer;
    private final LongSupplier clock;
    private final long patience;
    private final PacketLog log;
    private final Map<String, Kept> sessions = new LinkedHashMap<>(); // the oldest first
    private Timer.Cancellable cleaning = () -> {};

    /**
     * Sets whose rooms they are.
     *
     * @throws IllegalArgumentException if clients cannot come back there
     */
    public SessionAwareAdapter(LocalSockets local, Timer timer) {
        this(local, timer, System::nanoTime, MAX_LOG_SIZE);
    }

    SessionAwareAdapter(LocalSockets local, Timer timer, LongSupplier clock, long maxLogSize) {
        super(local);
        this.local = local;
        this.timer = timer;
        this.clock = clock;
        this.patience = local.maxDisconnectionDuration()
                .orElseThrow(() -> new IllegalArgumentException("there is no maxDisconnectionDuration"))
                .toNanos();
        // Numbers of an earlier run of the server mean nothing in this one.
        this.log = new PacketLog(maxLogSize, System.currentTimeMillis());
    }

    @Override
    public void init() {
        Duration period = Duration.ofNanos(Math.min(patience, MAX_PERIOD.toNanos()));
        cleaning = timer.every(period, this::clean);
    }

    @Override
    public void close() {
        cleaning.cancel();
    }

    private void clean() {
        synchronized (lock) {
            long now = clock.getAsLong();
            log.trim(now - patience - LATE);
            sessions.values().removeIf(kept -> isOver(kept, now));
        }
    }

    private boolean isOver(Kept kept, long now) {
        return now - kept.time() > patience;
    }

    @Override
    public boolean keepsSessions() {
        return true;
    }

    @Override
    public int compareOffsets(String one, String other) {
        return PacketLog.compare(one, other);
    }

    @Override
    public void broadcast(Packet packet, Target target) {
        if (NumberedPacket.isFor(packet, target.flags())) {
            queue(packet, target).run();
        } else {
            super.broadcast(packet, target);
        }
    }

    private Runnable queue(Packet packet, Target target) {
        synchronized (lock) {
            NumberedPacket numbered = NumberedPacket.of(packet, log.nextOffset(), local.parser());
            log.add(numbered, target, clock.getAsLong());
            return local.queue(packet, numbered, target.flags(), recipients(target), Runnable::run);
        }
    }

    @Override
    public void persistSession(SavedSession session) {
        synchronized (lock) {
            sessions.put(session.pid(), new Kept(session, clock.getAsLong()));
            if (sessions.size() > MAX_SESSIONS) {
                sessions.remove(sessions.keySet().iterator().next());
            }
        }
    }

    @Override
    public CompletionStage<Optional<SavedSession>> restoreSession(String pid, String offset) {
        synchronized (lock) {
            return CompletableFuture.completedStage(Optional.ofNullable(sessions.remove(pid))
                    .filter(kept -> !isOver(kept, clock.getAsLong()))
                    .flatMap(kept -> from(offset, kept)));
        }
    }

    /** Returns the session from this place on, if nothing is forgotten that it missed. */
    private Optional<SavedSession> from(String offset, Kept kept) {
        OptionalLong number = log.number(offset);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        boolean knows = log.knowsAllBehind(number.getAsLong()) || hadAll(offset, kept);
        return knows ? Optional.of(kept.session().from(log.knownFrom(number.getAsLong()))) : Optional.empty();
    }

    /** Returns whether the client has the last event that was sent to it, so that what is older than its end does not matter. */
    private boolean hadAll(String offset, Kept kept) {
        return kept.session().lastOffset().filter(offset::equals).isPresent()
                && log.isCompleteSince(kept.time() - LATE);
    }

    @Override
    public CompletionStage<List<NumberedPacket>> missedPackets(SavedSession restored) {
        synchronized (lock) {
            OptionalLong from = restored.lastOffset().map(log::number).orElse(OptionalLong.empty());
            if (from.isEmpty() || !log.knowsAllBehind(from.getAsLong())) {
                return CompletableFuture.failedStage(new IllegalStateException("events were forgotten meanwhile"));
            }
            return CompletableFuture.completedStage(log.missed(from.getAsLong(), restored.rooms()));
        }
    }

    /** A session since this time. */
    private record Kept(SavedSession session, long time) {}
}
