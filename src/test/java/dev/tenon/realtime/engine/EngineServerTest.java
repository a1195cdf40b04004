package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineServerTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({
        "GET, EIO=4, UNKNOWN_TRANSPORT",
        "GET, EIO=4&transport=abc, UNKNOWN_TRANSPORT",
        "GET, transport=polling, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, EIO=3&transport=polling, UNSUPPORTED_PROTOCOL_VERSION",
        "GET, EIO=abc&transport=polling, UNSUPPORTED_PROTOCOL_VERSION",
        "POST, EIO=4&transport=polling, BAD_HANDSHAKE_METHOD",
        "PUT, EIO=4&transport=polling, BAD_HANDSHAKE_METHOD",
        "GET, EIO=4&transport=polling&sid=abc, UNKNOWN_SID",
        "GET, EIO=4&transport=websocket, BAD_REQUEST"
    })
    void verify_ofWrongRequest(String method, String query, EngineError error) {
        assertEquals(
                Optional.of(error), bench.server.verify(FakeRequest.get(query).with(method)));
    }

    @Test
    void verify_ofUpgradeToPolling() {
        assertEquals(
                Optional.of(EngineError.BAD_REQUEST),
                bench.server.verify(FakeRequest.webSocket("EIO=4&transport=polling")));
    }

    @Test
    void verify_ofRightRequest() {
        assertEquals(Optional.empty(), bench.server.verify(FakeRequest.get("EIO=4&transport=polling")));
        assertEquals(Optional.empty(), bench.server.verify(FakeRequest.webSocket("EIO=4&transport=websocket")));
    }

    @Test
    void verify_ofTransportThatIsOff() {
        Bench webSocketOnly = new Bench(
                EngineOptions.builder().transports(List.of("websocket")).build());
        assertEquals(
                Optional.of(EngineError.UNKNOWN_TRANSPORT),
                webSocketOnly.server.verify(FakeRequest.get("EIO=4&transport=polling")));
    }

    @Test
    void errors_haveTheCodesOfTheReference() {
        assertEquals("{\"code\":0,\"message\":\"Transport unknown\"}", EngineError.UNKNOWN_TRANSPORT.toJson());
        assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", EngineError.UNKNOWN_SID.toJson());
        assertEquals("{\"code\":2,\"message\":\"Bad handshake method\"}", EngineError.BAD_HANDSHAKE_METHOD.toJson());
        assertEquals("{\"code\":3,\"message\":\"Bad request\"}", EngineError.BAD_REQUEST.toJson());
        assertEquals("{\"code\":4,\"message\":\"Forbidden\"}", EngineError.FORBIDDEN.toJson());
        assertEquals(
                "{\"code\":5,\"message\":\"Unsupported protocol version\"}",
                EngineError.UNSUPPORTED_PROTOCOL_VERSION.toJson());
    }

    @Test
    void owner_ofTheOpeningRequest_isTheOnlyOneLetIn() {
        FakeRequest opening = FakeRequest.get("EIO=4&transport=polling").from("alice");
        bench.server.get(opening, new FakePoll());
        Optional<EngineError> refused = Optional.of(EngineError.BAD_REQUEST);
        assertEquals(Optional.empty(), bench.server.verify(bench.again().from("alice")));
        assertEquals(refused, bench.server.verify(bench.again().from("bob")));
        assertEquals(refused, bench.server.verify(bench.again()));
        assertEquals(refused, bench.server.verify(upgrade().from("bob")));
        assertEquals(Optional.empty(), bench.server.verify(upgrade().from("alice")));
    }

    @Test
    void session_openedByNobody_isTheFirstOnesWhoComes() {
        bench.opened();
        assertEquals(Optional.empty(), bench.server.verify(bench.again()));
        assertEquals(Optional.empty(), bench.server.verify(bench.again().from("bob")));
        assertEquals(
                Optional.of(EngineError.BAD_REQUEST),
                bench.server.verify(bench.again().from("alice")));
        assertEquals(Optional.of(EngineError.BAD_REQUEST), bench.server.verify(bench.again()));
        assertEquals(Optional.empty(), bench.server.verify(bench.again().from("bob")));
        bench.assertHeard("owned: bob");
    }

    @Test
    void close_endsAllSessions() {
        bench.opened();
        FakePoll poll = bench.poll();
        bench.server.close();
        assertEquals("1", poll.answer());
        bench.assertHeard("closed: server shutting down");
        assertEquals(0, bench.timer.waiting());
    }

    @Test
    void close_endsSessionsThatOpenAfterwards() {
        bench.server.close();
        bench.opened();
        bench.assertHeard("closed: server shutting down");
    }

    @Test
    void acceptor_thatFails_leavesNoSession() {
        FakeTimer timer = new FakeTimer();
        EngineServer failing = new EngineServer(
                EngineOptions.builder().build(),
                timer,
                Runnable::run,
                (socket, handshake) -> {
                    throw new IllegalStateException("no");
                },
                bench.dropped,
                timer::nanoTime);
        FakeWebSocket webSocket = FakeWebSocket.fast();
        assertThrows(
                IllegalStateException.class,
                () -> failing.webSocket(FakeRequest.webSocket("EIO=4&transport=websocket"), webSocket));
        assertTrue(webSocket.isClosed());
        assertEquals(0, timer.waiting());
    }

    private FakeRequest upgrade() {
        return FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + bench.socket.sid());
    }
}
