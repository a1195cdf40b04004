package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What is sent to many sockets at once, and asked of them. */
class BroadcastTest extends RealtimeFixture {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeClient ann = connected();
    private final Socket annSocket = lastSocket();
    private final FakeClient bob = connected();
    private final Socket bobSocket = lastSocket();

    private static <T> T now(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        assertTrue(future.isDone());
        return future.join();
    }

    private static List<Object> values(List<Args> answers) {
        return answers.stream().map(args -> args.get(0)).toList();
    }

    /** Returns what the stage failed with, as its listeners hear it. */
    private static <E extends Exception> E failure(Class<E> type, CompletionStage<?> stage) {
        List<Throwable> heard = new ArrayList<>();
        stage.whenComplete((value, failure) -> heard.add(failure));
        assertEquals(1, heard.size());
        return assertInstanceOf(type, heard.get(0));
    }

    @Test
    void broadcast_isNotChangedByWhatNarrowsIt() {
        Broadcast all = io.broadcast();
        assertNotSame(all, all.to("r"));
        all.except(annSocket.id());
        all.asVolatile();
        all.compress(false);
        all.local();
        all.emit("x");
        assertEquals(List.of("2[\"x\"]"), ann.received());
        assertEquals(List.of("2[\"x\"]"), bob.received());
        assertTrue(bob.lastFrames().get(0).compress());
    }

    @Test
    void volatileEvent_isLostForAClientThatIsBusy() {
        ann.stalls();
        io.asVolatile().emit("x");
        io.emit("y");
        assertEquals(List.of("2[\"y\"]"), ann.received());
        assertEquals(List.of("2[\"x\"]", "2[\"y\"]"), bob.received());
    }

    @Test
    void compress_isToldToTheTransport() {
        io.compress(false).emit("x", new byte[1]);
        assertEquals(2, ann.lastFrames().size());
        ann.lastFrames().forEach(frame -> assertFalse(frame.compress()));
        io.emit("x", new byte[1]);
        ann.lastFrames().forEach(frame -> assertTrue(frame.compress()));
    }

    @Test
    void local_reachesTheSocketsOfThisServer() {
        io.local().emit("x");
        assertEquals(List.of("2[\"x\"]"), ann.received());
    }

    @Test
    void emitWithAck_hasTheAnswersOfAll() {
        CompletionStage<List<Args>> answers = io.timeout(SECOND).emitWithAck("q", 1);
        assertEquals(List.of("20[\"q\",1]"), ann.received());
        assertEquals(List.of("20[\"q\",1]"), bob.received());
        bob.sends("30[\"b\"]");
        assertFalse(answers.toCompletableFuture().isDone());
        ann.sends("30[\"a\",2]");
        assertEquals(List.of("b", "a"), values(now(answers)));
        assertEquals(2, now(answers).get(1).integer(1));
        assertEquals(0, timer.waiting());
    }

    @Test
    void emitWithAck_thatIsNotAnsweredInTime_failsWithTheAnswersSoFar() {
        CompletionStage<List<Args>> answers = io.timeout(SECOND).emitWithAck("q");
        ann.sends("30[1]");
        timer.pass(Duration.ofMillis(999));
        assertFalse(answers.toCompletableFuture().isDone());
        timer.pass(Duration.ofMillis(1));
        AckTimeoutException e = failure(AckTimeoutException.class, answers);
        assertEquals(List.of(1), values(e.answers()));
        bob.sends("30[2]");
        assertEquals(1, e.answers().size());
        assertFalse(bob.isClosed());
        assertEquals(0, timer.waiting());
    }

    @Test
    void emitWithAck_waitsForFiveSecondsUnlessSaidOtherwise() {
        CompletionStage<List<Args>> answers = io.to(annSocket.id()).emitWithAck("q");
        timer.pass(Duration.ofMillis(4_999));
        assertFalse(answers.toCompletableFuture().isDone());
        timer.pass(Duration.ofMillis(1));
        failure(AckTimeoutException.class, answers);
    }

    @Test
    void emitWithAck_toNobody_hasNoAnswers() {
        assertEquals(List.of(), now(io.to("nobody").emitWithAck("q")));
        assertEquals(0, timer.waiting());
    }

    @Test
    void emitWithAck_countsOneAnswerOfEachSocketThatWasAsked() {
        CompletionStage<List<Args>> answers =
                io.to(annSocket.id()).timeout(SECOND).emitWithAck("q");
        bob.sends("30[\"not asked\"]");
        ann.sends("31[\"another\"]", "30[\"a\"]", "30[\"again\"]");
        assertEquals(List.of("a"), values(now(answers)));
    }

    @Test
    void ackNumbers_ofBroadcastsAndSockets_areNeverTheSame() {
        CompletionStage<Args> own = annSocket.timeout(SECOND).emitWithAck("own");
        CompletionStage<List<Args>> all = io.to(annSocket.id()).emitWithAck("all");
        assertEquals(List.of("20[\"own\"]", "21[\"all\"]"), ann.received());
        ann.sends("31[\"to all\"]", "30[\"to own\"]");
        assertEquals("to own", now(own).text(0));
        assertEquals(List.of("to all"), values(now(all)));
    }

    @Test
    void timeout_thatIsNotPositive_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> io.timeout(Duration.ZERO));
    }

    @Test
    void emitWithAck_ofWhatHasNoJsonForm_isRefusedAndKeepsNothing() {
        assertThrows(IllegalArgumentException.class, () -> io.timeout(SECOND).emitWithAck("q", new Object()));
        assertThrows(IllegalArgumentException.class, () -> io.broadcast().emitWithAck("disconnect"));
        assertEquals(0, timer.waiting());
    }

    @Test
    void fetchSockets_tellsWhoIsThere() {
        annSocket.join("r");
        annSocket.data().put("name", "ann");
        List<RemoteSocket> found = now(io.in("r").fetchSockets());
        assertEquals(1, found.size());
        RemoteSocket remote = found.get(0);
        assertEquals(annSocket.id(), remote.id());
        assertEquals(Set.of(annSocket.id(), "r"), remote.rooms());
        assertSame(annSocket.handshake(), remote.handshake());
        assertEquals(Map.of("name", "ann"), remote.data());
        assertEquals(Set.of(annSocket.id(), bobSocket.id()), now(io.broadcast().allSockets()));
        assertEquals(2, now(io.fetchSockets()).size());
    }

    @Test
    void fetchSockets_passesOverThoseThatWaitForMiddleware() {
        io.use((socket, next) -> socket.join("r"));
        new FakeClient(io).sends("0");
        assertEquals(List.of(), now(io.to("r").emitWithAck("q")));
        assertEquals(List.of(), now(io.in("r").fetchSockets()));
    }

    @Test
    void remoteSocket_doesWhatItIsAsked() {
        RemoteSocket remote = now(io.in(annSocket.id()).fetchSockets()).get(0);
        remote.join("r", "s");
        remote.leave("s");
        assertEquals(Set.of(annSocket.id(), "r"), annSocket.rooms());
        assertEquals(Set.of(annSocket.id()), remote.rooms());
        remote.emit("x", 1);
        assertEquals(List.of("2[\"x\",1]"), ann.received());
        CompletionStage<Args> answer = remote.timeout(SECOND).emitWithAck("q");
        ann.sends("30[7]");
        assertEquals(7, now(answer).integer(0));
        remote.disconnect(false);
        assertFalse(annSocket.connected());
        assertEquals(List.of(), bob.received());
        failure(TimeoutException.class, remote.emitWithAck("q"));
    }

    @Test
    void socketsJoin_andLeave_moveThemAll() {
        annSocket.join("r");
        io.in("r").socketsJoin("a", "b");
        io.socketsJoin("all");
        assertEquals(Set.of(annSocket.id(), "r", "a", "b", "all"), annSocket.rooms());
        assertEquals(Set.of(bobSocket.id(), "all"), bobSocket.rooms());
        io.in("a").socketsLeave("r", "b");
        io.socketsLeave("all");
        assertEquals(Set.of(annSocket.id(), "a"), annSocket.rooms());
        assertEquals(
                Map.of(
                        annSocket.id(),
                        Set.of(annSocket.id()),
                        bobSocket.id(),
                        Set.of(bobSocket.id()),
                        "a",
                        Set.of(annSocket.id())),
                io.rooms());
    }

    @Test
    void disconnectSockets_endsThoseOfTheRoom() {
        List<String> reasons = new ArrayList<>();
        annSocket.onDisconnect(reasons::add);
        annSocket.join("r");
        io.in("r").disconnectSockets(false);
        assertEquals(List.of("1"), ann.received());
        assertFalse(ann.isClosed());
        assertEquals(List.of("server namespace disconnect"), reasons);
        io.disconnectSockets(true);
        assertTrue(bob.isClosed());
    }

    @Test
    void counts_tellConnectionsAndSockets() {
        io.of("/desk");
        ann.sends("0/desk");
        assertEquals(new RealtimeCounts(2, Map.of("websocket", 2), Map.of("/", 2, "/desk", 1)), io.counts());
        bob.goes("transport close");
        assertEquals(new RealtimeCounts(1, Map.of("websocket", 1), Map.of("/", 1, "/desk", 1)), io.counts());
    }

    @Test
    void serverSideEvent_withoutOtherServers_isHeardByNobody() {
        List<Args> heard = new ArrayList<>();
        io.onServerSideEvent("x", heard::add);
        io.serverSideEmit("x", 1);
        assertEquals(List.of(), now(io.serverSideEmitWithAck("x", 1)));
        assertEquals(List.of(), heard);
        assertEquals(List.of(), ann.received());
        assertThrows(IllegalArgumentException.class, () -> io.serverSideEmit("connect"));
    }
}
