package dev.tenon.realtime;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.engine.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * What lets the client of one socket come back: its secret id, and the last event that was sent to it. While what it missed is looked up, what
 * is sent to it is held back here, so that nothing comes twice or too early: where several servers read one list of events, this one may be behind what
 * the client has.
 */
final class Recovery {
    private static final int PID_BYTES = 18; // 24 characters; secret, so no fewer bits than the sid has
    private static final Set<String> REASONS =
            Set.of("transport error", "transport close", "forced close", "ping timeout", "server shutting down");
    private static final String PID = "pid";
    private static final String OFFSET = "offset";

    private final String pid;
    private final Optional<SavedSession> saved;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private List<Held> held; // null when nothing is held back
    private Predicate<String>
            had; // by their offsets, until the first one comes that the client did not have; then null
    private String lastOffset; // null when none was sent

    private Recovery(String pid, Optional<SavedSession> saved) {
        this.pid = pid;
        this.saved = saved;
        this.held = saved.isPresent() ? new ArrayList<>() : null;
        this.lastOffset = saved.flatMap(SavedSession::lastOffset).orElse(null);
    }

    /** Returns that of a client that was not here before. */
    static Recovery ofNewcomer() {
        return new Recovery(Tokens.base64Url(PID_BYTES), Optional.empty());
    }

    /** Returns whether a client says that it was here before. */
    static boolean isAskedFor(Handshake handshake) {
        Map<String, Object> auth = handshake.auth();
        return auth.get(PID) instanceof String && auth.get(OFFSET) instanceof String;
    }

    /** Returns that of a client that says so; one of a newcomer if nothing is known of it. */
    static CompletionStage<Recovery> of(ServerNamespace namespace, Handshake handshake) {
        String pid = (String) handshake.auth().get(PID);
        String offset = (String) handshake.auth().get(OFFSET);
        return namespace
                .restore(pid, offset, handshake.session().map(SocketSession::id))
                .thenApply(found -> found.isPresent() ? new Recovery(pid, found) : ofNewcomer());
    }

    /** Returns when the socket has ended, and all is done that belongs to its end. */
    CompletionStage<Void> ended() {
        return ended;
    }

    void end() {
        ended.complete(null);
    }

    String pid() {
        return pid;
    }

    /** Returns what the client was before; empty for a newcomer. */
    Optional<SavedSession> saved() {
        return saved;
    }

    /** Queues an event, unless the client has it or it has to wait. */
    synchronized void queue(String offset, List<Frame> frames, Connection to) {
        if (held != null) {
            held.add(new Held(offset, frames));
        } else if (isNew(offset) && to.queue(frames)) {
            lastOffset = offset;
        }
    }

    private boolean isNew(String offset) {
        if (had != null && !had.test(offset)) {
            had = null; // events come in their order
        }
        return had == null;
    }

    /** Returns whether the frames have to wait, or are lost because they may be, behind what the client missed. */
    synchronized boolean holds(List<Frame> frames, boolean isVolatile) {
        if (held != null && !isVolatile) {
            held.add(new Held(null, frames));
        }
        return held != null;
    }

    /** Queues what the client missed, its welcome, and what was held back and is behind the former in the order of offsets. */
    synchronized void release(
            List<NumberedPacket> missed, List<Frame> welcome, Connection to, Comparator<String> order) {
        List<Held> waited = held;
        held = null;
        missed.forEach(packet -> queue(packet.offset(), Frames.of(packet.encoded()), to));
        String last = lastOffset;
        had = offset -> order.compare(offset, last) <= 0;
        to.queue(welcome);
        for (Held later : waited) {
            if (later.offset() == null) {
                to.queue(later.frames());
            } else {
                queue(later.offset(), later.frames(), to);
            }
        }
    }

    /**
     * Returns what is to be kept of a socket that ended.
     *
     * @param connected whether it was connected before
     */
    synchronized Optional<SavedSession> session(ServerSocket socket, boolean connected, String reason) {
        if (!REASONS.contains(reason) || (!connected && saved.isEmpty())) {
            return Optional.empty();
        }
        boolean caughtUp = connected && held == null;
        return Optional.of(new SavedSession(
                socket.id(),
                pid,
                caughtUp ? socket.rooms() : saved.map(SavedSession::rooms).orElse(Set.of()),
                socket.data(),
                Optional.of(socket.namespace().name()),
                socket.session().map(SocketSession::id),
                caughtUp ? Optional.ofNullable(lastOffset) : Optional.empty()));
    }

    /**
     * Something to send later.
     *
     * @param offset null for what is not kept
     */
    private record Held(String offset, List<Frame> frames) {}
}
