package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.adapter.LoopbackAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Two servers with an adapter between them: what is said on one is done on both. */
class ClusterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTimer timer = new ManualTimer();
    private final AdapterFactory cluster = LoopbackAdapter.cluster();
    private final List<Socket> sockets = new ArrayList<>();
    private final RealtimeServer here = server();
    private final RealtimeServer there = server();
    private final FakeClient ann = connected(here);
    private final FakeClient bob = connected(there);
    private final Socket annSocket = sockets.get(0);
    private final Socket bobSocket = sockets.get(1);

    private RealtimeServer server() {
        RealtimeOptions options = RealtimeOptions.builder().adapter(cluster).build();
        RealtimeServer server = new RealtimeServer(options, timer, Runnable::run, new FakeSessions());
        server.onConnection(sockets::add);
        return server;
    }

    private static FakeClient connected(RealtimeServer server) {
        FakeClient client = new FakeClient(server).sends("0{\"token\":\"t\"}");
        client.received();
        return client;
    }

    private static <T> T now(CompletionStage<T> stage) {
        assertTrue(stage.toCompletableFuture().isDone());
        return stage.toCompletableFuture().join();
    }

    @Test
    void sessionThatEnds_disconnectsItsSockets_onBothServers() {
        FakeSessions sessions = new FakeSessions();
        SessionRef ref = sessions.create("alias");
        FakeClient hers = new FakeClient(there, Optional.of(ref)).sends("0", "0/other,");
        there.of("/other");
        bobSocket.join("alias"); // who listens to her room is not she
        hers.received();
        here.sessionEnded(ref);
        assertTrue(hers.isClosed());
        assertFalse(bob.isClosed());
        assertFalse(ann.isClosed());
    }

    @Test
    void emit_reachesBothServers() {
        here.emit("x", 1);
        here.to(bobSocket.id()).emit("y");
        annSocket.broadcast().emit("z");
        assertEquals(List.of("2[\"x\",1]"), ann.received());
        assertEquals(List.of("2[\"x\",1]", "2[\"y\"]", "2[\"z\"]"), bob.received());
    }

    @Test
    void local_reachesThisServerOnly() {
        here.local().emit("x");
        assertEquals(List.of("2[\"x\"]"), ann.received());
        assertEquals(List.of(), bob.received());
        CompletionStage<List<Args>> answers = here.local().emitWithAck("q");
        ann.sends("30[1]");
        assertEquals(1, now(answers).size());
        assertEquals(1, now(here.local().fetchSockets()).size());
    }

    @Test
    void emitWithAck_gathersTheAnswersOfBothServers() {
        CompletionStage<List<Args>> answers = here.timeout(SECOND).emitWithAck("q");
        ann.sends("30[\"a\"]");
        assertFalse(answers.toCompletableFuture().isDone());
        bob.sends("30[\"b\"]");
        assertEquals(
                List.of("a", "b"),
                now(answers).stream().map(args -> args.text(0)).toList());
    }

    @Test
    void fetchSockets_tellsAboutThoseOfTheOtherServer() {
        bobSocket.join("r");
        bobSocket.data().put("name", "bob");
        RemoteSocket remote = now(here.in("r").fetchSockets()).get(0);
        assertEquals(bobSocket.id(), remote.id());
        assertEquals(Set.of(bobSocket.id(), "r"), remote.rooms());
        assertEquals(Map.of("name", "bob"), remote.data());
        Handshake handshake = remote.handshake();
        assertEquals(Map.of("token", "t"), handshake.auth());
        assertEquals(bobSocket.handshake().headers(), handshake.headers());
        assertEquals(bobSocket.handshake().query(), handshake.query());
        assertEquals(bobSocket.handshake().url(), handshake.url());
        assertEquals("192.0.2.1", handshake.address());
        assertEquals(Instant.EPOCH, handshake.time());
        assertTrue(handshake.secure());
        assertEquals(Optional.empty(), handshake.session());
    }

    @Test
    void handshake_isWrittenAsTheReferenceDoes() {
        Map<String, Object> form = HandshakeForm.write(bobSocket.handshake());
        assertEquals(
                List.of("headers", "time", "address", "xdomain", "secure", "issued", "url", "query", "auth"),
                List.copyOf(form.keySet()));
        assertEquals("Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)", form.get("time"));
        assertEquals(Map.of("user-agent", "fake"), form.get("headers"));
        assertEquals(Map.of("name", List.of("&=?a", "b")), form.get("query"));
        assertEquals(0L, form.get("issued"));
    }

    @Test
    void handshake_isWrittenWithoutWhatOpensASession() {
        Map<String, Object> headers = written("/socket.io/;jsessionid=secret;x/a;b?q=1;2", "secret");
        assertEquals(Set.of("origin", "referer"), headers.keySet());
        assertEquals("https://example.com/desk/?page=1", headers.get("referer"));
    }

    @SuppressWarnings("unchecked") // an object of names
    private static Map<String, Object> written(String url, String secret) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of(
                "cookie",
                "authorization",
                "proxy-authorization",
                "x-auth-token",
                "x-session-id",
                "x-api-key",
                "x-secret")) {
            headers.put(name, List.of(secret));
        }
        headers.put("origin", List.of("https://example.com"));
        headers.put("referer", List.of("https://example.com/desk/;jsessionid=" + secret + "?page=1"));
        Map<String, Object> auth = Map.of("password", secret, "sessionID", secret, "user", "ann");
        Map<String, Object> form = HandshakeForm.write(
                new Handshake(headers, Map.of(), auth, "", Instant.EPOCH, true, url, Optional.empty()));
        assertEquals(Map.of("user", "ann"), form.get("auth"));
        assertEquals("/socket.io//a?q=1;2", form.get("url"));
        assertFalse(form.toString().contains(secret), form.toString());
        return (Map<String, Object>) form.get("headers");
    }

    @Test
    void handshake_ofAnotherServer_mayLackEverything() {
        Handshake handshake = HandshakeForm.read(Map.of("headers", "none", "issued", "never"));
        assertEquals(Map.of(), handshake.headers());
        assertEquals(Map.of(), handshake.auth());
        assertEquals("", handshake.address());
        assertEquals(Instant.EPOCH, handshake.time());
    }

    @Test
    void socketOfTheOtherServer_doesWhatItIsAsked() {
        RemoteSocket remote = now(here.in(bobSocket.id()).fetchSockets()).get(0);
        remote.join("r");
        assertTrue(bobSocket.rooms().contains("r"));
        CompletionStage<Args> answer = remote.emitWithAck("q");
        bob.sends("30[7]");
        assertEquals(7, now(answer).integer(0));
        here.in("r").socketsLeave("r");
        assertFalse(bobSocket.rooms().contains("r"));
        remote.disconnect(true);
        assertTrue(bob.isClosed());
        assertFalse(ann.isClosed());
    }

    @Test
    void serverSideEvent_isHeardByTheOtherServer() {
        List<String> heard = new ArrayList<>();
        here.onServerSideEvent("x", args -> heard.add("here"));
        there.onServerSideEvent("x", args -> heard.add("there " + args.text(0)));
        here.serverSideEmit("x", "a");
        here.serverSideEmit("y", "a");
        assertEquals(List.of("there a"), heard);
        assertEquals(List.of(), bob.received());
    }

    @Test
    void serverSideEvent_isAnsweredOnce() {
        there.onServerSideEvent("size", args -> {
            args.ack(7);
            args.ack(8);
        });
        List<Args> answers = now(here.serverSideEmitWithAck("size"));
        assertEquals(1, answers.size());
        assertEquals(7, answers.get(0).integer(0));
    }

    @Test
    void serverSideEmitWithAck_waitsAsLongAsRequestsTimeoutSays() {
        CompletionStage<List<Args>> answers = here.serverSideEmitWithAck("size");
        timer.pass(LoopbackAdapter.REQUESTS_TIMEOUT.minusMillis(1));
        assertFalse(answers.toCompletableFuture().isDone());
        timer.pass(Duration.ofMillis(1));
        CompletionException e = assertThrows(
                CompletionException.class, () -> answers.toCompletableFuture().join());
        assertEquals(
                List.of(),
                assertInstanceOf(AckTimeoutException.class, e.getCause()).answers());
    }

    @Test
    void serverThatStops_isNotAskedAnyMore() {
        there.close();
        assertTrue(bob.isClosed());
        CompletionStage<List<Args>> answers = here.broadcast().emitWithAck("q");
        ann.sends("30[1]");
        assertEquals(1, now(answers).size());
    }
}
