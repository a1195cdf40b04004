package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeTest {
    private final Bench bench = new Bench().opened();
    private final FakeWebSocket webSocket = FakeWebSocket.fast();

    @Test
    void upgrade_carriesTheSessionOver() {
        FakePoll poll = bench.poll();
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        assertNull(poll.answer());
        receiver.text("2probe");
        assertEquals(List.of("3probe"), webSocket.sent);
        assertEquals("6", poll.answer());
        bench.send("while upgrading");
        assertEquals("polling", bench.socket.transport());
        receiver.text("5");
        assertEquals("websocket", bench.socket.transport());
        receiver.text("4hello");
        receiver.binary(new byte[2]);
        assertEquals(List.of("3probe", "4while upgrading"), webSocket.sent);
        bench.assertHeard("hello", "2 bytes");
        receiver.closed();
        assertEquals("closed: transport close", bench.heard.get(2));
    }

    @Test
    void poll_whileUpgrading_takesWhatWaits() {
        bench.upgradeTo(webSocket).text("2probe");
        bench.send("a");
        assertEquals("4a", bench.poll().answer());
    }

    @Test
    void poll_whileUpgrading_waitsALittle() {
        bench.upgradeTo(webSocket).text("2probe");
        FakePoll poll = bench.poll();
        assertNull(poll.answer());
        bench.timer.advance(Duration.ofMillis(100));
        assertEquals("6", poll.answer());
    }

    @Test
    void poll_thatOvertakesTheUpgrade_isRefused() {
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        receiver.text("2probe");
        FakePoll poll = bench.poll();
        receiver.text("5");
        assertEquals("BAD_REQUEST", poll.answer());
        assertEquals("BAD_REQUEST", bench.poll().answer());
        assertEquals(400, bench.post("4a"));
        bench.timer.advance(Duration.ofSeconds(1));
        assertEquals(List.of("3probe"), webSocket.sent);
        bench.assertHeard();
    }

    @Test
    void secondWebSocket_isRefused() {
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        assertEquals(Optional.empty(), attempt());
        receiver.text("5");
        assertEquals(Optional.empty(), attempt());
        receiver.text("4hello");
        bench.assertHeard("hello");
    }

    private Optional<WebSocketReceiver> attempt() {
        FakeRequest request = FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + bench.socket.sid());
        assertEquals(Optional.empty(), bench.server.verify(request));
        return bench.server.webSocket(request, FakeWebSocket.fast());
    }

    @Test
    void upgrade_thatTakesTooLong_isAborted_andTheSessionPolls() {
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        receiver.text("2probe");
        bench.timer.advance(Duration.ofSeconds(10));
        assertTrue(webSocket.isClosed());
        receiver.text("5");
        receiver.closed();
        assertEquals("polling", bench.socket.transport());
        bench.send("a");
        assertEquals("4a", bench.poll().answer());
        bench.assertHeard();
    }

    @Test
    void upgrade_mayBeTriedAgain() {
        bench.upgradeTo(webSocket).closed();
        bench.upgradeTo(FakeWebSocket.fast()).text("5");
        assertEquals("websocket", bench.socket.transport());
    }

    @Test
    void wrongPacket_abortsTheUpgrade() {
        bench.upgradeTo(webSocket).text("4hello");
        assertTrue(webSocket.isClosed());
        bench.assertHeard();
    }

    @Test
    void binary_abortsTheUpgrade() {
        bench.upgradeTo(webSocket).binary(new byte[1]);
        assertTrue(webSocket.isClosed());
    }

    @Test
    void end_ofTheSession_closesTheCandidate() {
        bench.poll();
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        bench.post("1");
        assertTrue(webSocket.isClosed());
        assertEquals(0, bench.timer.waiting());
        receiver.text("5");
        bench.assertHeard("closed: transport close");
    }

    @Test
    void upgrade_thatEndsWithItsSession_closesTheWebSocket() {
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        bench.poll().whenAnswered(() -> receiver.text("5"));
        bench.post("1");
        assertTrue(webSocket.isClosed());
        assertEquals(0, bench.timer.waiting());
        bench.assertHeard("closed: transport close");
    }

    @Test
    void failure_ofTheCandidate_leavesTheSession() {
        FakeWebSocket slow = FakeWebSocket.slow();
        bench.upgradeTo(slow).text("2probe");
        slow.failToSend();
        assertTrue(slow.isClosed());
        bench.assertHeard();
    }

    @Test
    void probeWhoseAnswerFailsAfterItsWebSocketClosed_leavesTheSessionPolling() {
        FakeWebSocket slow = FakeWebSocket.slow();
        WebSocketReceiver receiver = bench.upgradeTo(slow);
        receiver.text("2probe");
        receiver.closed();
        slow.failToSend();
        bench.assertHeard();
        bench.send("a");
        assertEquals("4a", bench.poll().answer());
    }

    @Test
    void floodOfProbes_isNotQueued() {
        FakeWebSocket slow = FakeWebSocket.slow();
        WebSocketReceiver receiver = bench.upgradeTo(slow);
        for (int i = 0; i < 10; i++) {
            receiver.text("2probe");
        }
        slow.land();
        slow.land();
        assertEquals(List.of("3probe", "3probe"), slow.sent);
    }

    @Test
    void heartbeat_isPausedWhileUpgrading() {
        bench.timer.advance(Bench.INTERVAL.minusSeconds(1));
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        bench.timer.advance(Duration.ofSeconds(9));
        receiver.text("5");
        bench.timer.advance(Duration.ZERO);
        assertEquals(List.of("2"), webSocket.sent);
        bench.timer.advance(Bench.TIMEOUT.minusMillis(1));
        assertFalse(webSocket.isClosed());
    }
}
