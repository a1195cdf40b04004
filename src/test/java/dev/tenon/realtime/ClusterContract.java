package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.adapter.AdapterFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers that hear each other through something real: what is said on one is done on both. A subclass says through what. */
abstract class ClusterContract {
    private final DaemonTimer timer = new DaemonTimer("test-timer", ClusterContract.class.getClassLoader());
    private final FakeSessions sessions = new FakeSessions();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private RealtimeServer here;
    private RealtimeServer there;
    private RemoteClient ann;
    private RemoteClient bob;
    private Socket annSocket;
    private Socket bobSocket;

    /** Returns what makes the adapters of one more server of the cluster. */
    abstract AdapterFactory server();

    @BeforeEach
    void twoServers() throws Exception {
        here = start();
        there = start();
        await(() -> servers(here.of("/")) == 2 && servers(there.of("/")) == 2);
        ann = connected(here, "0{\"token\":\"t\"}", Optional.empty());
        bob = connected(there, "0{\"token\":\"t\"}", Optional.empty());
        annSocket = sockets.get(0);
        bobSocket = sockets.get(1);
        awaitListening(annSocket.id(), 1);
        awaitListening(bobSocket.id(), 1);
    }

    /** Waits until so many servers listen to a room, where they hear each other by rooms: what is said before is lost. */
    void awaitListening(String room, int servers) throws Exception {
        // they hear everything, from the beginning
    }

    private RealtimeServer start() {
        RealtimeOptions options = RealtimeOptions.builder().adapter(server()).build();
        RealtimeServer server = new RealtimeServer(options, timer, Runnable::run, sessions);
        server.onConnection(sockets::add);
        return server;
    }

    private static RemoteClient connected(RealtimeServer server, String connect, Optional<Object> owner) {
        return new RemoteClient(server, owner).sends(connect).forgets();
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        timer.close();
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void emit_reachesBothServers() throws Exception {
        here.emit("x", 1);
        here.to(bobSocket.id()).emit("y", List.of(Map.of("a", 1.5), true), "\u00e9");
        annSocket.broadcast().emit("z");
        bob.hears("2[\"x\",1]", "2[\"y\",[{\"a\":1.5},true],\"\u00e9\"]", "2[\"z\"]");
        there.emit("back");
        ann.hears("2[\"x\",1]", "2[\"back\"]");
        bob.hears("2[\"back\"]");
        ann.heardAll();
        bob.heardAll();
    }

    @Test
    void emit_toRoomsAndExcept_reachesWhoIsMeant() throws Exception {
        annSocket.join("r", "s");
        bobSocket.join("s", "*[#]", "7");
        awaitListening("s", 2);
        awaitListening("*[#]", 1);
        awaitListening("7", 1);
        here.to("r").emit("nobody there");
        here.to("r", "s").except("r").emit("bob");
        here.to("*[#]").emit("star");
        here.to("7").emit("seven");
        there.to("s").except("7").emit("ann");
        ann.hears("2[\"nobody there\"]", "2[\"ann\"]");
        here.emit("end");
        bob.hears("2[\"bob\"]", "2[\"star\"]", "2[\"seven\"]", "2[\"end\"]");
    }

    @Test
    void bytes_stayBytes() throws Exception {
        here.emit("file", Map.of("content", new byte[] {1, -2, 3}), new byte[0]);
        bob.hears(
                "52-[\"file\",{\"content\":{\"_placeholder\":true,\"num\":0}},{\"_placeholder\":true,\"num\":1}]",
                "[1, -2, 3]",
                "[]");
    }

    @Test
    void value_withoutJsonForm_reachesNobody() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> here.emit("x", new Object()));
        assertThrows(IllegalArgumentException.class, () -> here.serverSideEmitWithAck("x", new Object()));
        here.emit("y");
        ann.hears("2[\"y\"]");
        bob.hears("2[\"y\"]");
    }

    @Test
    void namespaces_areApart() throws Exception {
        here.of("/a");
        there.of("/a");
        RemoteClient eve = connected(there, "0/a,", Optional.empty());
        await(() -> servers(here.of("/a")) == 2);
        here.of("/a").emit("x");
        here.emit("y");
        eve.hears("2/a,[\"x\"]");
        bob.hears("2[\"y\"]");
        eve.heardAll();
        bob.heardAll();
    }

    @Test
    void local_reachesThisServerOnly() throws Exception {
        here.local().emit("x");
        here.local().disconnectSockets(false);
        ann.hears("2[\"x\"]", "1");
        here.emit("end");
        bob.hears("2[\"end\"]");
    }

    @Test
    void emitWithAck_gathersTheAnswersOfBothServers() throws Exception {
        CompletionStage<List<Args>> answers =
                here.timeout(Duration.ofSeconds(10)).emitWithAck("q");
        ann.hears("20[\"q\"]");
        bob.hears("20[\"q\"]");
        ann.sends("30[\"a\"]");
        bob.sends("30[\"b\",\"more\"]");
        assertEquals(
                Set.of("a", "b"),
                Set.copyOf(now(answers).stream().map(args -> args.text(0)).toList()));
    }

    @Test
    void emitWithAck_thatIsNotAnswered_failsInTime() throws Exception {
        CompletionStage<List<Args>> answers =
                here.timeout(Duration.ofSeconds(1)).emitWithAck("q");
        bob.hears("20[\"q\"]");
        bob.sends("30[]");
        CompletionException e = assertThrows(
                CompletionException.class, () -> answers.toCompletableFuture().join());
        assertEquals(
                1,
                assertInstanceOf(AckTimeoutException.class, e.getCause())
                        .answers()
                        .size());
    }

    @Test
    void fetchSockets_tellsAboutThoseOfTheOtherServer() throws Exception {
        bobSocket.join("r");
        bobSocket.data().put("name", "bob");
        bobSocket.data().put("bytes", new byte[] {1});
        bobSocket.data().put("no form", new Object());
        assertEquals(2, now(here.fetchSockets()).size());
        RemoteSocket remote = now(here.in("r").fetchSockets()).get(0);
        assertEquals(bobSocket.id(), remote.id());
        assertEquals(Set.of(bobSocket.id(), "r"), remote.rooms());
        assertEquals(Set.of("name", "bytes"), remote.data().keySet());
        assertArrayEquals(new byte[] {1}, (byte[]) remote.data().get("bytes"));
        Handshake handshake = remote.handshake();
        assertEquals(Map.of("token", "t"), handshake.auth());
        assertEquals(Map.of("user-agent", List.of("fake")), handshake.headers());
        assertEquals("/socket.io/?name=a&name=b", handshake.url());
        assertEquals(bobSocket.handshake().query(), handshake.query());
        assertEquals("192.0.2.1", handshake.address());
        assertEquals(Instant.EPOCH, handshake.time());
        assertTrue(handshake.secure());
        assertEquals(Optional.empty(), handshake.session());
    }

    @Test
    void allSockets_areTheIdsOfBothServers() throws Exception {
        bobSocket.join("r");
        String annId = annSocket.id();
        String bobId = bobSocket.id();
        assertEquals(Set.of(annId, bobId), now(here.broadcast().allSockets()));
        assertEquals(Set.of(bobId), now(here.to("r", "s").allSockets()));
        assertEquals(Set.of(annId), now(here.except("r").allSockets()));
        assertEquals(Set.of(annId), now(here.local().allSockets()));
    }

    @Test
    void outgoingListener_thatTakesLong_holdsUpNothingOfTheCluster() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        annSocket.onAnyOutgoing(args -> {
            assertTrue(isDown(mayEnd));
            heard.add(args.event());
        });
        there.emit("x");
        there.to(annSocket.id()).emit("y");
        ann.hears("2[\"x\"]", "2[\"y\"]");
        mayEnd.countDown();
        assertEquals("x", heard.poll(10, TimeUnit.SECONDS));
        assertEquals("y", heard.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void outgoingListener_thatTakesLong_holdsUpNoDisconnect() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        annSocket.onAnyOutgoing(args -> assertTrue(isDown(mayEnd)));
        there.emit("x");
        ann.hears("2[\"x\"]");
        there.in(annSocket.id()).disconnectSockets(true);
        await(ann::isClosed);
        mayEnd.countDown();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Who asks again where an answer came must not wait for the thread that he is on. */
    @Test
    void fetchSockets_mayBeAskedAgainWhereItIsAnswered() throws Exception {
        assertEquals(
                2,
                now(here.fetchSockets().thenApply(first -> here.fetchSockets()
                                .toCompletableFuture()
                                .orTimeout(5, TimeUnit.SECONDS)
                                .join()))
                        .size());
    }

    @Test
    void socketOfTheOtherServer_doesWhatItIsAsked() throws Exception {
        RemoteSocket remote = now(here.in(bobSocket.id()).fetchSockets()).get(0);
        remote.join("r", "s");
        await(() -> bobSocket.rooms().containsAll(Set.of("r", "s")));
        remote.leave("r");
        await(() -> !bobSocket.rooms().contains("r"));
        CompletionStage<Args> answer = remote.emitWithAck("q");
        bob.hears("20[\"q\"]");
        bob.sends("30[7]");
        assertEquals(7, now(answer).integer(0));
        remote.disconnect(true);
        await(bob::isClosed);
        assertFalse(ann.isClosed());
    }

    @Test
    void serverSideEvent_isHeardByTheOtherServer() throws Exception {
        here.onServerSideEvent("x", args -> heard.add("here"));
        there.onServerSideEvent("x", args -> heard.add("there " + args.text(0)));
        here.serverSideEmit("x", "a");
        here.serverSideEmit("y", "a");
        here.serverSideEmit("x", "b");
        assertEquals("there a", heard.poll(10, TimeUnit.SECONDS));
        assertEquals("there b", heard.poll(10, TimeUnit.SECONDS));
        assertEquals(Set.of(), Set.copyOf(heard));
    }

    @Test
    void serverSideEvent_isAnsweredOnce() throws Exception {
        there.onServerSideEvent("size", args -> {
            args.ack(Map.of("n", args.get(0)));
            args.ack(8);
        });
        byte[] bytes = {1, 2};
        List<Args> answers = now(here.serverSideEmitWithAck("size", bytes));
        assertEquals(1, answers.size());
        assertArrayEquals(bytes, (byte[]) answers.get(0).map(0).get("n"));
    }

    @Test
    void listenerThatThrows_endsNothing() throws Exception {
        there.onServerSideEvent("x", args -> {
            throw new IllegalStateException("of the test");
        });
        there.onServerSideEvent("y", args -> heard.add("y"));
        here.serverSideEmit("x");
        here.serverSideEmit("y");
        assertEquals("y", heard.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void sessionThatEndsOnOneServer_endsItsSocketsOnEach() throws Exception {
        SessionRef session = sessions.create("alias");
        RemoteClient tabHere = connected(here, "0", Optional.of(session));
        RemoteClient tabThere = connected(there, "0", Optional.of(session));
        bobSocket.join("alias");
        here.sessionEnded(session);
        await(() -> tabHere.isClosed() && tabThere.isClosed());
        here.emit("to those who are left");
        bob.hears("2[\"to those who are left\"]");
    }

    @Test
    void serverThatStops_isNotAskedAnyMore() throws Exception {
        there.close();
        await(() -> servers(here.of("/")) == 1);
        assertEquals(1, now(here.fetchSockets()).size());
        assertEquals(List.of(), now(here.serverSideEmitWithAck("x")));
    }

    /** Returns the server of {@link #ann}. */
    final RealtimeServer here() {
        return here;
    }

    /** Returns the server of {@link #bob}. */
    final RealtimeServer there() {
        return there;
    }

    final RemoteClient ann() {
        return ann;
    }

    final RemoteClient bob() {
        return bob;
    }

    static int servers(Namespace namespace) {
        return ((ServerNamespace) namespace)
                .adapter()
                .serverCount()
                .toCompletableFuture()
                .exceptionally(away -> 0)
                .join();
    }

    /** Waits for what another server does. */
    static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() - end < 0, "it does not happen");
            Thread.sleep(5);
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
