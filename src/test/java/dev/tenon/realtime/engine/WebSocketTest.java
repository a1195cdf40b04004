package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketTest {
    private final Bench bench = new Bench();
    private final FakeWebSocket slow = FakeWebSocket.slow();
    private final FakeWebSocket fast = FakeWebSocket.fast();

    @Test
    void open_announcesNoUpgrade() {
        bench.openOn(fast);
        assertEquals(
                List.of("0{\"sid\":\"" + bench.socket.sid() + "\",\"upgrades\":[],\"pingInterval\":25000,"
                        + "\"pingTimeout\":20000,\"maxPayload\":1000000}"),
                fast.sent);
        assertEquals("websocket", bench.socket.transport());
        assertTrue(bench.socket.isWritable());
    }

    @Test
    void messages_areSentOneAfterTheOther() {
        bench.openOn(slow);
        bench.send("a");
        bench.socket.send(List.of(new Frame.Text("b"), new Frame.Binary(ByteBuffer.wrap(new byte[] {1, 2}))));
        assertEquals(1, slow.sent.size());
        slow.land();
        slow.land();
        assertFalse(bench.socket.isWritable());
        slow.land();
        slow.land();
        assertEquals(List.of("4a", "4b", "0x0102"), slow.sent.subList(1, 4));
        assertTrue(bench.socket.isWritable());
    }

    @Test
    void volatileMessage_isSentOnlyIfNothingIsInFlight() {
        bench.openOn(slow);
        bench.socket.sendVolatile(List.of(new Frame.Text("lost")));
        slow.land();
        bench.socket.sendVolatile(List.of(new Frame.Text("a")));
        bench.socket.sendVolatile(List.of(new Frame.Text("lost too")));
        slow.land();
        assertEquals(List.of("4a"), slow.sent.subList(1, slow.sent.size()));
    }

    @Test
    void manyMessages_thatLandAtOnce_doNotFillTheStack() {
        bench.openOn(fast);
        bench.socket.send(Collections.nCopies(100_000, new Frame.Text("a")));
        assertEquals(100_001, fast.sent.size());
    }

    @Test
    void received_isDelivered() {
        WebSocketReceiver receiver = bench.openOn(fast);
        receiver.text("4a");
        receiver.binary(new byte[3]);
        receiver.text("bAQ==");
        bench.assertHeard("a", "3 bytes", "1 bytes");
    }

    @Test
    void malformed_endsTheSession() {
        bench.openOn(fast).text("abc");
        assertTrue(fast.isClosed());
        bench.assertHeard("closed: parse error");
    }

    @Test
    void closePacket_endsTheSession() {
        WebSocketReceiver receiver = bench.openOn(fast);
        receiver.text("1");
        receiver.closed();
        assertTrue(fast.isClosed());
        bench.assertHeard("closed: transport close");
    }

    @Test
    void closedWebSocket_endsTheSession() {
        WebSocketReceiver receiver = bench.openOn(fast);
        receiver.closed();
        receiver.text("4late");
        bench.assertHeard("closed: transport close");
        assertEquals(0, bench.timer.waiting());
    }

    @Test
    void failure_endsTheSession() {
        bench.openOn(slow);
        slow.failToSend();
        bench.assertHeard("closed: transport error");
        assertTrue(slow.isClosed());
    }

    @Test
    void close_waitsForWhatWasQueued() {
        bench.openOn(slow);
        bench.send("a");
        bench.socket.close();
        slow.land();
        assertFalse(slow.isClosed());
        slow.land();
        assertTrue(slow.isClosed());
        bench.assertHeard("closed: forced close");
    }

    @Test
    void slowReader_isEndedWhenItsQueueIsFull() {
        Bench bounded = new Bench(EngineOptions.builder().maxQueueSize(1000).build());
        bounded.openOn(slow);
        Frame message = new Frame.Text("x".repeat(299));
        bounded.socket.send(Collections.nCopies(3, message));
        bounded.assertHeard();
        bounded.socket.send(List.of(message));
        bounded.assertHeard("closed: slow consumer");
        assertTrue(slow.isClosed());
    }

    @Test
    void slowReader_isEndedByManySmallMessages() {
        Bench bounded = new Bench(EngineOptions.builder().maxQueueSize(1000).build());
        bounded.openOn(slow);
        for (int i = 0; i < 100; i++) {
            bounded.send("");
        }
        bounded.assertHeard("closed: slow consumer");
    }

    @Test
    void slowReader_isEndedByTooManyMessages() {
        Bench bounded = new Bench(EngineOptions.builder().maxQueueLength(3).build());
        bounded.openOn(slow);
        bounded.socket.send(Collections.nCopies(3, new Frame.Text("x")));
        bounded.socket.sendVolatile(List.of(new Frame.Text("dropped")));
        bounded.assertHeard();
        bounded.send("x");
        bounded.assertHeard("closed: slow consumer");
    }

    @Test
    void messagesThatAreLost_areCounted() {
        Bench bounded = new Bench(EngineOptions.builder().maxQueueLength(3).build());
        bounded.openOn(slow);
        bounded.socket.sendVolatile(Collections.nCopies(2, new Frame.Text("lost")));
        assertEquals(2, bounded.dropped.sum());
        bounded.socket.send(Collections.nCopies(3, new Frame.Text("x")));
        assertEquals(2, bounded.dropped.sum());
        bounded.send("too much");
        assertEquals(2 + 3 + 1, bounded.dropped.sum());
    }

    @Test
    void messagesThatWait_whenTheClientLeaves_areNotLostByTheServer() {
        bench.openOn(slow).text("41");
        bench.send("waits");
        slow.failToSend();
        assertEquals(0, bench.dropped.sum());
    }

    @Test
    void queueBytes_areThoseOfAllSessions() {
        bench.openOn(slow);
        bench.send("x".repeat(100));
        FakeWebSocket another = FakeWebSocket.slow();
        bench.openOn(another);
        bench.send("x".repeat(200));
        long both = bench.server.queueBytes();
        assertTrue(both > 300, "queued: " + both);
        slow.land();
        assertTrue(bench.server.queueBytes() < both - 100);
        another.land();
        assertEquals(0, bench.server.queueBytes());
    }

    @Test
    void largeMessage_isSentWhenNothingWaits() {
        Bench bounded = new Bench(EngineOptions.builder().maxQueueSize(10).build());
        bounded.openOn(fast);
        bounded.send("x".repeat(1000));
        assertEquals(2, fast.sent.size());
    }

    @Test
    void bytes_ofAFrame_mayBeSentToMany() {
        Frame frame = new Frame.Binary(ByteBuffer.wrap(new byte[] {7}));
        bench.openOn(fast);
        bench.socket.send(List.of(frame, frame));
        assertEquals(List.of("0x07", "0x07"), fast.sent.subList(1, 3));
    }
}
