package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a server that hears others: what it receives comes on any thread, some time. */
final class RemoteClient implements EngineSocket {
    /** The id of its HTTP session, which no other server may learn. */
    static final String SECRET = "id-of-the-session";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final EngineListener listener;
    private volatile boolean closed;

    RemoteClient(RealtimeServer server, Optional<Object> owner) {
        listener = server.accept(
                this,
                new EngineHandshake(
                        Map.of("user-agent", List.of("fake"), "cookie", List.of("tenon.sid=" + SECRET)),
                        Map.of("name", List.of("a", "b")),
                        "/socket.io/;tenon.sid=" + SECRET + "?name=a&name=b",
                        "192.0.2.1",
                        true,
                        Instant.EPOCH,
                        owner));
    }

    RemoteClient sends(String... texts) {
        for (String text : texts) {
            inOrder(() -> listener.text(text));
        }
        return this;
    }

    /** Forgets what came. */
    RemoteClient forgets() {
        received.clear();
        return this;
    }

    /** Fails unless these come next, within ten seconds each. */
    void hears(String... texts) throws InterruptedException {
        for (String text : texts) {
            assertEquals(text, received.poll(10, TimeUnit.SECONDS));
        }
    }

    /** Returns what comes next, or null after this time. */
    String next(Duration limit) throws InterruptedException {
        return received.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Fails if anything came that was not heard. */
    void heardAll() {
        assertEquals(List.of(), List.copyOf(received));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void send(List<Frame> frames) {
        for (Frame frame : frames) {
            received.add(frame instanceof Frame.Text text ? text.text() : bytes((Frame.Binary) frame));
        }
    }

    private static String bytes(Frame.Binary frame) {
        return Arrays.toString(Bytes.of(frame.bytes()));
    }

    @Override
    public boolean queue(List<Frame> frames) {
        send(frames);
        return !closed;
    }

    @Override
    public void flush() {}

    @Override
    public void sendVolatile(List<Frame> frames) {
        send(frames);
    }

    @Override
    public synchronized boolean inOrder(Runnable task) {
        task.run();
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            received.add("closed");
            listener.closed("forced close");
        }
    }

    @Override
    public String sid() {
        return "secret";
    }

    @Override
    public int protocol() {
        return 4;
    }

    @Override
    public String transport() {
        return "websocket";
    }

    @Override
    public boolean isWritable() {
        return true;
    }
}
