package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A WebSocket that keeps what was sent. It throws, as Tomcat does, when two messages are sent at the same time. */
final class FakeWebSocket implements WebSocketChannel {
    final List<String> sent = new ArrayList<>();
    private final boolean fast;
    private SendCallback inFlight;
    private boolean closed;

    private FakeWebSocket(boolean fast) {
        this.fast = fast;
    }

    /** Returns one whose messages arrive before the call that sends them returns. */
    static FakeWebSocket fast() {
        return new FakeWebSocket(true);
    }

    /** Returns one whose messages arrive when the test says so. */
    static FakeWebSocket slow() {
        return new FakeWebSocket(false);
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets the message in flight arrive. */
    void land() {
        SendCallback landed = inFlight;
        inFlight = null;
        landed.sent();
    }

    void failToSend() {
        inFlight.failed();
    }

    @Override
    public void send(String text, SendCallback callback) {
        keep(text, callback);
    }

    @Override
    public void send(ByteBuffer bytes, SendCallback callback) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        keep("0x" + HexFormat.of().formatHex(copy), callback);
    }

    private void keep(String message, SendCallback callback) {
        assertFalse(inFlight != null, "a second message while one is in flight");
        sent.add(message);
        inFlight = callback;
        if (fast) {
            land();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
