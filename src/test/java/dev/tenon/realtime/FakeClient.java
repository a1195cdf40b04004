package dev.tenon.realtime;

import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Bytes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** A client on an engine that records what the server sends: texts as they are, bytes as their numbers, the end as {@code closed}. */
final class FakeClient implements EngineSocket {
    private final List<String> received = new ArrayList<>();
    private final List<List<Frame>> batches = new ArrayList<>();
    private final List<List<Frame>> queued = new ArrayList<>();
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final int protocol;
    private final EngineListener listener;
    private boolean delivering;
    private boolean writable = true;
    private boolean closed;
    private boolean gone;

    FakeClient(RealtimeServer server) {
        this(server, 4, Optional.empty());
    }

    FakeClient(RealtimeServer server, Optional<Object> owner) {
        this(server, 4, owner);
    }

    FakeClient(RealtimeServer server, int protocol, Optional<Object> owner) {
        this.protocol = protocol;
        listener = server.accept(
                this,
                new EngineHandshake(
                        Map.of("user-agent", List.of("fake")),
                        Map.of("name", List.of("&=?a", "b")),
                        "/socket.io/?name=%26%3D%3Fa&name=b",
                        "192.0.2.1",
                        true,
                        Instant.EPOCH,
                        owner));
    }

    FakeClient sends(String... texts) {
        for (String text : texts) {
            inOrder(() -> listener.text(text));
        }
        return this;
    }

    FakeClient sendsBytes(byte... bytes) {
        inOrder(() -> listener.binary(bytes));
        return this;
    }

    /** Reads nothing from now on. */
    FakeClient stalls() {
        writable = false;
        return this;
    }

    /** Sends a request with a session of this owner. */
    FakeClient belongsTo(Object owner) {
        inOrder(() -> listener.owned(owner));
        return this;
    }

    /** Ends the transport, as the engine does. */
    void goes(String reason) {
        gone = true;
        listener.closed(reason);
    }

    /** Returns what came since the last call. */
    List<String> received() {
        List<String> all = List.copyOf(received);
        received.clear();
        return all;
    }

    /** Returns the frames of the last packet. */
    List<Frame> lastFrames() {
        return batches.get(batches.size() - 1);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void send(List<Frame> frames) {
        if (closed) {
            return;
        }
        batches.add(frames);
        for (Frame frame : frames) {
            received.add(frame instanceof Frame.Text text ? text.text() : bytes((Frame.Binary) frame));
        }
    }

    @Override
    public synchronized boolean queue(List<Frame> frames) {
        queued.add(frames);
        return !closed;
    }

    @Override
    public synchronized void flush() {
        List.copyOf(queued).forEach(this::send);
        queued.clear();
    }

    @Override
    public void sendVolatile(List<Frame> frames) {
        if (writable) {
            send(frames);
        }
    }

    private static String bytes(Frame.Binary frame) {
        return Arrays.toString(Bytes.of(frame.bytes()));
    }

    @Override
    public boolean inOrder(Runnable task) {
        if (gone) {
            return false;
        }
        turns.add(task);
        if (!delivering) {
            delivering = true;
            while (!turns.isEmpty()) {
                turns.remove().run();
            }
            delivering = false;
        }
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            gone = true;
            received.add("closed");
            if (listener != null) { // it was refused while it was accepted
                listener.closed("forced close");
            }
        }
    }

    @Override
    public String sid() {
        return "secret";
    }

    @Override
    public int protocol() {
        return protocol;
    }

    @Override
    public String transport() {
        return "websocket";
    }

    @Override
    public boolean isWritable() {
        return writable;
    }
}
