package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of version 3: lengths instead of separators, types before bytes, and pings the other way round. */
class Protocol3Test {
    private static final String POLLING = "EIO=3&transport=polling";
    private static final String WEBSOCKET = "EIO=3&transport=websocket";
    private static final Duration MILLI = Duration.ofMillis(1);

    private final Bench bench =
            new Bench(EngineOptions.builder().allowEIO3(true).build());

    private Bench opened() {
        bench.open(POLLING);
        return bench;
    }

    private static Frame bytes(int... bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
        for (int b : bytes) {
            buffer.put((byte) b);
        }
        return new Frame.Binary(buffer.flip());
    }

    @Test
    void open_isRefused_unlessAllowed() {
        Bench strict = new Bench();
        assertEquals(
                EngineError.UNSUPPORTED_PROTOCOL_VERSION,
                strict.server.verify(FakeRequest.get(POLLING)).orElseThrow());
        assertTrue(bench.server.verify(FakeRequest.get(POLLING)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport=polling", "EIO=abc&transport=polling", "EIO=2&transport=polling"})
    void open_ofAnotherVersion_isRefused(String query) {
        assertEquals(
                EngineError.UNSUPPORTED_PROTOCOL_VERSION,
                bench.server.verify(FakeRequest.get(query)).orElseThrow());
    }

    @Test
    void open_announcesTheOptions_behindTheirLength() {
        String packet = "0{\"sid\":\"0123456789012345678901\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}";
        String answer = bench.open(POLLING).answer();
        assertEquals(packet.length() + ":" + packet.replace("0123456789012345678901", bench.socket.sid()), answer);
        assertEquals(3, bench.socket.protocol());
    }

    @Test
    void poll_ofText_hasLengthsInUtf16Units() {
        opened().socket.send(List.of(new Frame.Text("hey"), new Frame.Text("é"), new Frame.Text("\ud83d\ude00")));
        assertEquals("4:4hey2:4é3:4\ud83d\ude00", bench.poll().answer());
    }

    @Test
    void poll_withBytes_isBytes() {
        opened().socket.send(List.of(new Frame.Text("€"), bytes(1, 2, 3, 4)));
        assertEquals("0x0004ff34e282ac0105ff0401020304", bench.poll().answer());
    }

    @Test
    void poll_withManyBytes_hasEachDigitOfTheirNumber() {
        opened().socket.send(List.of(bytes(new int[122])));
        assertEquals("0x01010203ff04" + "00".repeat(122), bench.poll().answer());
    }

    @Test
    void poll_withBytes_isBase64_whereTheClientAskedForIt() {
        bench.open(POLLING + "&b64=1");
        bench.socket.send(List.of(new Frame.Text("hello"), bytes(1, 2, 3, 4)));
        assertEquals("6:4hello10:b4AQIDBA==", bench.poll().answer());
    }

    @Test
    void post_deliversItsMessages_inOrder() {
        assertEquals(200, opened().post("6:4hello10:b4AQIDBA==3:4\ud83d\ude001:4"));
        bench.assertHeard("hello", "4 bytes", "\ud83d\ude00", "");
    }

    @Test
    void post_ofBytes_deliversItsMessages_inOrder() {
        assertEquals(200, opened().post("0x0004ff34e282ac0105ff0401020304"));
        bench.assertHeard("€", "4 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "",
                ":",
                "6:4hell",
                "-1:4",
                "1:",
                "0:",
                "9999999999:4",
                "99999999999999999999:4",
                "3:b9A",
                "5:b4!!!",
                "1:9",
                "2 :4a",
                "0x",
                "0x00",
                "0x0001",
                "0x00ff34",
                "0x0002ff34",
                "0x0001ff",
                "0x0201ff34",
                "0x0100ff",
                "0x0101ff05",
                "0x000aff34",
                "0x0009090909090909090909ff34",
                "0xffffffff"
            })
    void post_malformed_endsTheSession(String body) {
        assertEquals(400, opened().post(body));
        bench.assertHeard("closed: parse error");
    }

    @Test
    void ping_isAnswered_andKeepsTheSession() {
        opened();
        for (int i = 0; i < 3; i++) {
            bench.timer.advance(Bench.INTERVAL.plus(Bench.TIMEOUT).minus(MILLI));
            assertEquals(200, bench.post("1:2"));
            assertEquals("1:3", bench.poll().answer());
        }
        bench.assertHeard();
    }

    @Test
    void silentClient_isNotPinged_andEndsAfterTheTimeout() {
        FakePoll poll = opened().poll();
        bench.timer.advance(Bench.INTERVAL.plus(Bench.TIMEOUT).minus(MILLI));
        assertNull(poll.answer());
        bench.timer.advance(MILLI);
        bench.assertHeard("closed: ping timeout");
        assertEquals("1:1", poll.answer());
        assertEquals(0, bench.timer.waiting());
    }

    @Test
    void pong_fromTheClient_endsTheSession() {
        assertEquals(400, opened().post("1:3"));
        bench.assertHeard("closed: transport error");
    }

    @Test
    void close_answersThePoll_alsoTheOneThatItOvertook() {
        FakePoll poll = opened().poll();
        assertEquals(200, bench.post("1:1"));
        assertEquals("1:6", poll.answer());
        Bench other = new Bench(EngineOptions.builder().allowEIO3(true).build());
        other.open(POLLING);
        other.post("1:1");
        assertEquals("1:6", other.poll().answer());
    }

    @Test
    void webSocket_carriesTheTypeBeforeBytes() {
        FakeWebSocket webSocket = FakeWebSocket.fast();
        WebSocketReceiver receiver = bench.server
                .webSocket(FakeRequest.webSocket(WEBSOCKET), webSocket)
                .orElseThrow();
        bench.socket.send(List.of(new Frame.Text("a"), bytes(1, 2)));
        assertEquals(List.of("4a", "0x040102"), webSocket.sent.subList(1, 3));
        receiver.text("4b");
        receiver.binary(new byte[] {4, 7, 7});
        receiver.text("2");
        bench.assertHeard("b", "2 bytes");
        assertEquals("3", webSocket.sent.get(3));
        receiver.binary(new byte[] {7});
        bench.assertHeard("b", "2 bytes", "closed: parse error");
        assertTrue(webSocket.isClosed());
    }

    @Test
    void webSocket_carriesBase64_whereTheClientAskedForIt() {
        FakeWebSocket webSocket = FakeWebSocket.fast();
        bench.server
                .webSocket(FakeRequest.webSocket(WEBSOCKET + "&b64=1"), webSocket)
                .orElseThrow()
                .text("b4AQIDBA==");
        bench.socket.send(List.of(bytes(1, 2, 3, 4)));
        assertEquals("b4AQIDBA==", webSocket.sent.get(1));
        bench.assertHeard("4 bytes");
    }

    @Test
    void upgrade_movesTheSession() {
        opened();
        FakeWebSocket webSocket = FakeWebSocket.fast();
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        receiver.text("2probe");
        assertEquals(List.of("3probe"), webSocket.sent);
        FakePoll poll = bench.poll();
        bench.timer.advance(Duration.ofMillis(100));
        assertEquals("1:6", poll.answer());
        receiver.text("5");
        receiver.binary(new byte[] {4, 1});
        bench.socket.send(List.of(bytes(9)));
        assertEquals(List.of("3probe", "0x0409"), webSocket.sent);
        bench.assertHeard("1 bytes");
        assertFalse(webSocket.isClosed());
    }
}
