package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session that was opened by nobody, in whose name somebody else wants to speak once it has an owner. */
class OwnershipTest {
    private static final Optional<EngineError> REFUSED = Optional.of(EngineError.BAD_REQUEST);

    private final Bench bench = new Bench().opened();

    @Test
    void upgrade_begunByNobody_keepsOthersFromBinding() {
        FakeWebSocket webSocket = FakeWebSocket.fast();
        WebSocketReceiver receiver = bench.upgradeTo(webSocket);
        receiver.text("2probe");
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        receiver.text("5");
        receiver.text("4hello");
        bench.assertHeard("hello");
    }

    @Test
    void upgrade_admittedBeforeTheSessionHadAnOwner_isRefused() {
        FakeRequest upgrade = FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + bench.socket.sid());
        assertEquals(Optional.empty(), bench.server.verify(upgrade));
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        assertEquals(Optional.empty(), bench.server.webSocket(upgrade, FakeWebSocket.fast()));
        bench.assertHeard("owned: victim");
    }

    @Test
    void upgrade_ofTheOwner_bindsWhenItIsOver_whateverWasOnItsWay() throws IOException {
        FakeRequest upgrade = FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + bench.socket.sid())
                .from("victim");
        FakeWebSocket webSocket = FakeWebSocket.fast();
        bench.post(heldBack("4of nobody", () -> {
            assertEquals(Optional.empty(), bench.server.verify(upgrade));
            bench.server.webSocket(upgrade, webSocket).orElseThrow().text("2probe");
        }));
        bench.assertHeard("of nobody");
        FakeWebSocket second = FakeWebSocket.fast();
        bench.timer.advance(EngineOptions.builder().build().upgradeTimeout());
        bench.server.webSocket(upgrade, second).orElseThrow().text("5");
        bench.assertHeard("of nobody", "owned: victim");
    }

    @Test
    void upgrade_thatIsOverWhileABodyIsOnItsWay_bindsNothing() throws IOException {
        FakeRequest upgrade = FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + bench.socket.sid())
                .from("victim");
        bench.post(heldBack("4of nobody", () -> bench.server
                .webSocket(upgrade, FakeWebSocket.fast())
                .orElseThrow()
                .text("5")));
        bench.assertHeard("of nobody");
    }

    @Test
    void post_whoseBodyIsHeldBack_keepsOthersFromBinding() throws IOException {
        bench.post(heldBack("4a\u001e4b", () -> assertEquals(Optional.empty(), bench.server.verify(ofVictim()))));
        bench.assertHeard("a", "b");
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        bench.assertHeard("a", "b", "owned: victim");
    }

    @Test
    void post_admittedBeforeTheSessionHadAnOwner_isRefused() throws IOException {
        FakeRequest post = bench.again().with("POST");
        assertEquals(Optional.empty(), bench.server.verify(post));
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        assertEquals(400, bench.server.post(post, new Bench.FakeBody("4hello")));
        bench.assertHeard("owned: victim");
    }

    @Test
    void poll_admittedBeforeTheSessionHadAnOwner_isRefused() {
        assertEquals(Optional.empty(), bench.server.verify(bench.again()));
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        FakePoll poll = new FakePoll();
        bench.server.get(bench.again(), poll);
        assertEquals("UNKNOWN_SID", poll.answer());
    }

    @Test
    void poll_ofNobody_isDismissedBeforeThereIsAnythingForTheOwner() {
        FakePoll ofNobody = bench.poll();
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        assertEquals("6", ofNobody.answer());
        bench.send("secret");
        FakePoll ofVictim = new FakePoll();
        bench.server.get(ofVictim(), ofVictim);
        assertEquals("4secret", ofVictim.answer());
    }

    @Test
    void page_ofAnotherSite_bindsNothing() {
        FakePoll poll = bench.poll();
        assertEquals(Optional.empty(), bench.server.verify(ofVictim().foreign()));
        assertNull(poll.answer());
        bench.assertHeard();
        assertEquals(Optional.empty(), bench.server.verify(ofVictim()));
        assertEquals(Optional.empty(), bench.server.verify(ofVictim().foreign()));
        assertEquals(REFUSED, bench.server.verify(bench.again()));
        bench.assertHeard("owned: victim");
    }

    @Test
    void webSocket_ofAnotherSite_bindsNothingWhenItIsOver() {
        FakeRequest upgrade = FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + bench.socket.sid())
                .from("victim")
                .foreign();
        assertEquals(Optional.empty(), bench.server.verify(upgrade));
        bench.server.webSocket(upgrade, FakeWebSocket.fast()).orElseThrow().text("5");
        bench.assertHeard();
    }

    private FakeRequest ofVictim() {
        return bench.again().from("victim");
    }

    private static PostBody heldBack(String text, Runnable meanwhile) {
        return new PostBody() {
            @Override
            public boolean isText() {
                return true;
            }

            @Override
            public Optional<byte[]> read(int maxBytes) {
                meanwhile.run();
                return new Bench.FakeBody(text).read(maxBytes);
            }
        };
    }
}
