package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.web.SessionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom an event reaches. */
class RoomsOfSocketsTest extends RealtimeFixture {
    private final FakeClient ann = connected();
    private final Socket annSocket = lastSocket();
    private final FakeClient bob = connected();
    private final Socket bobSocket = lastSocket();
    private final FakeClient eve = connected();
    private final Socket eveSocket = lastSocket();

    @Test
    void emit_reachesTheWholeNamespaceAndNoOther() {
        io.of("/other");
        FakeClient elsewhere = new FakeClient(io).sends("0/other");
        elsewhere.received();
        io.emit("x", 1);
        assertEquals(List.of("2[\"x\",1]"), ann.received());
        assertEquals(List.of("2[\"x\",1]"), bob.received());
        assertEquals(List.of(), elsewhere.received());
    }

    @Test
    void emit_sendsTheSameFramesToAll() {
        io.emit("x", new byte[] {1});
        assertSame(ann.lastFrames(), bob.lastFrames());
    }

    @Test
    void to_idOfSocket_reachesIt() {
        io.to(bobSocket.id()).emit("chat message", "hi");
        assertEquals(List.of("2[\"chat message\",\"hi\"]"), bob.received());
        assertEquals(List.of(), ann.received());
    }

    @Test
    void to_room_reachesItsMembersOnce() {
        annSocket.join("r", "s");
        bobSocket.join("r");
        io.to("r", "s").emit("x");
        assertEquals(List.of("2[\"x\"]"), ann.received());
        assertEquals(List.of("2[\"x\"]"), bob.received());
        assertEquals(List.of(), eve.received());
        annSocket.leave("s");
        assertEquals(Set.of(annSocket.id(), "r"), annSocket.rooms());
    }

    @Test
    void socketTo_passesOverTheSocketItself() {
        annSocket.join("r");
        bobSocket.join("r");
        annSocket.to("r").emit("x");
        assertEquals(List.of(), ann.received());
        assertEquals(List.of("2[\"x\"]"), bob.received());
    }

    @Test
    void broadcast_reachesAllOthers() {
        annSocket.broadcast().except(eveSocket.id()).emit("x");
        assertEquals(List.of(), ann.received());
        assertEquals(List.of("2[\"x\"]"), bob.received());
        assertEquals(List.of(), eve.received());
    }

    @Test
    void except_isOneTargetMore() {
        Broadcast all = io.except(annSocket.id());
        Broadcast fewer = all.except(bobSocket.id());
        all.emit("all");
        fewer.emit("fewer");
        assertEquals(List.of(), ann.received());
        assertEquals(List.of("2[\"all\"]"), bob.received());
        assertEquals(List.of("2[\"all\"]", "2[\"fewer\"]"), eve.received());
    }

    @Test
    void endedSocket_hearsNothing() {
        bob.goes("transport close");
        io.emit("x");
        bobSocket.emit("x");
        assertEquals(List.of(), bob.received());
        assertEquals(2, io.sockets().size());
    }

    @Test
    void sessionAlias_isTheRoomOfAllItsTabs() {
        Optional<Object> owner = Optional.of(sessions.create("alias"));
        FakeClient first = new FakeClient(io, owner).sends("0");
        FakeClient second = new FakeClient(io, owner).sends("0");
        SocketSession session = lastSocket().handshake().session().orElseThrow();
        first.received();
        second.received();
        io.to(session.id()).emit("x");
        assertEquals(List.of("2[\"x\"]"), first.received());
        assertEquals(List.of("2[\"x\"]"), second.received());
        assertEquals(List.of(), ann.received());
        assertTrue(lastSocket().rooms().contains("alias"));
        assertTrue(session.access(http -> {}));
    }

    @Test
    void sessionEnd_disconnectsItsSocketsOnly() {
        List<String> reasons = new ArrayList<>();
        io.onConnection(socket -> socket.onDisconnect(reasons::add));
        FakeClient own = new FakeClient(io, Optional.of(sessions.create("alias"))).sends("0");
        FakeClient other = new FakeClient(io, Optional.of(sessions.create("other"))).sends("0");
        annSocket.join("alias");
        own.received();
        io.sessionEnded(sessions.create("alias"));
        assertEquals(List.of("1", "closed"), own.received());
        assertEquals(List.of("server namespace disconnect"), reasons);
        assertFalse(other.isClosed());
        assertFalse(ann.isClosed());
    }

    @Test
    void sessionThatEndedDuringTheHandshake_leavesNoSocket() {
        SessionRef ended = sessions.create("ended");
        sessions.end(ended);
        int before = io.counts().clients();
        assertTrue(new FakeClient(io, Optional.of(ended)).isClosed());
        assertEquals(before, io.counts().clients());
    }

    @Test
    void sessionThatEndedBeforeItWasBound_endsTheConnection() {
        SessionRef ended = sessions.create("ended");
        sessions.end(ended);
        FakeClient client = connected().belongsTo(ended);
        assertEquals(List.of("1", "closed"), client.received());
    }
}
