package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.adapter.LoopbackAdapter;
import dev.tenon.realtime.adapter.MemoryAdapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connection state recovery: a client that was cut off comes back to its rooms, its data, and what it missed. */
class RecoveryTest {
    private final FakeSessions sessions = new FakeSessions();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private RealtimeServer io = server(RealtimeOptions.builder().connectionStateRecovery(true));

    private RealtimeServer server(RealtimeOptions.Builder options) {
        RealtimeServer server = new RealtimeServer(options.build(), new ManualTimer(), Runnable::run, sessions);
        server.onConnection(socket -> {
            sockets.add(socket);
            socket.onDisconnect(ends::add);
        });
        return server;
    }

    private Socket lastSocket() {
        return sockets.get(sockets.size() - 1);
    }

    /** A client that remembers what the stock one does. */
    private final class Client {
        private FakeClient wire;
        private String pid;
        private String offset;

        Client connects() {
            return connects(Optional.empty());
        }

        Client connects(Optional<Object> owner) {
            wire = new FakeClient(io, owner);
            wire.sends(pid == null ? "0" : "0" + Json.write(Map.of("pid", pid, "offset", offset)));
            return this;
        }

        /** Returns the names of the events that came since the last call, {@code connect} where its CONNECT came. */
        List<String> hears() {
            return wire.received().stream().map(this::hear).toList();
        }

        @SuppressWarnings("unchecked") // what the server sends
        private String hear(String text) {
            if (text.startsWith("0")) {
                pid = (String) ((Map<String, Object>) Json.parse(text.substring(1))).get("pid");
                return "connect";
            }
            List<Object> event = (List<Object>) Json.parse(text.substring(1));
            offset = (String) event.get(event.size() - 1);
            return (String) event.get(0);
        }
    }

    /** Returns a client that got an event, so that it has an offset. */
    private Client connected() {
        Client client = new Client().connects();
        io.emit("first");
        client.hears();
        return client;
    }

    @Test
    void client_thatWasCutOff_isTheSameSocketAgain() {
        Client client = connected();
        Socket before = lastSocket();
        before.join("room");
        before.data().put("name", "Eve");
        client.wire.goes("transport close");
        client.connects();
        Socket after = lastSocket();
        assertFalse(before.recovered());
        assertTrue(after.recovered());
        assertEquals(before.id(), after.id());
        assertEquals(Set.of(before.id(), "room"), after.rooms());
        assertEquals(Map.of("name", "Eve"), after.data());
        assertTrue(after.connected());
        assertSame(after);
        assertEquals(List.of("transport close"), ends);
    }

    private void assertSame(Socket socket) {
        assertEquals(Optional.of(socket), io.socket(socket.id()));
        assertEquals(1, io.sockets().size());
    }

    @Test
    void client_thatComesBack_hearsWhatItMissed_beforeItsConnect() {
        Client client = connected();
        lastSocket().join("room");
        client.wire.goes("ping timeout");
        io.emit("to all");
        io.to("room").emit("to its room");
        io.to("other").emit("to others");
        io.asVolatile().emit("volatile");
        assertEquals(
                List.of("to all", "to its room", "connect"), client.connects().hears());
        io.emit("new");
        assertEquals(List.of("new"), client.hears());
    }

    @Test
    void client_thatComesBackTwice_missesNothing() {
        Client client = connected();
        client.wire.goes("transport error");
        io.emit("one");
        client.connects().hears();
        client.wire.goes("transport error");
        io.emit("two");
        assertEquals(List.of("two", "connect"), client.connects().hears());
    }

    @Test
    void event_thatWasSent_butDidNotArrive_isSentAgain() {
        Client client = connected();
        io.emit("lost on the way");
        lastSocket().emit("and this");
        client.wire.received();
        client.wire.goes("transport close");
        assertEquals(
                List.of("lost on the way", "and this", "connect"),
                client.connects().hears());
    }

    @Test
    void event_ofOneSocket_isKept_too() {
        Client client = connected();
        lastSocket().emit("hello", 1);
        assertEquals(List.of("hello"), client.hears());
        assertNotEquals(null, client.offset);
    }

    @Test
    void outgoingListeners_hearEventsWithoutTheirOffset() {
        Client client = connected();
        List<Integer> sizes = new ArrayList<>();
        lastSocket().onAnyOutgoing(args -> sizes.add(args.size()));
        lastSocket().emit("x", 1);
        io.emit("x", 1, 2);
        assertEquals(List.of("x", "x"), client.hears());
        assertEquals(List.of(1, 2), sizes);
    }

    @Test
    void client_whoseOldConnectionStillSeemsAlive_takesItOver() {
        Client client = connected();
        FakeClient old = client.wire;
        lastSocket().join("room");
        client.connects();
        assertTrue(old.isClosed());
        assertTrue(lastSocket().recovered());
        assertEquals(Set.of(lastSocket().id(), "room"), lastSocket().rooms());
        assertSame(lastSocket());
    }

    @Test
    void clientThatComesBackWhileDisconnectingListenersRun_isTheSameSocket() {
        Client client = connected();
        Socket before = lastSocket();
        before.join("room");
        FakeClient old = client.wire;
        before.onDisconnecting(reason -> {
            io.emit("missed");
            client.connects();
            assertEquals(List.of(before), sockets);
        });
        before.onDisconnect(reason -> assertEquals(List.of(before), sockets));
        old.goes("transport close");
        assertEquals(List.of("missed", "connect"), client.hears());
        assertEquals(before.id(), lastSocket().id());
        assertEquals(Set.of(before.id(), "room"), lastSocket().rooms());
        assertEquals(2, sockets.size());
        assertSame(lastSocket());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void client_thatIsDisconnected_doesNotComeBack(boolean byServer) {
        Client client = connected();
        if (byServer) {
            lastSocket().disconnect(false);
        } else {
            client.wire.sends("1");
        }
        client.wire.received();
        client.connects();
        assertFalse(lastSocket().recovered());
    }

    @Test
    void client_withAnotherPid_isNew() {
        Client client = connected();
        client.wire.goes("transport close");
        client.pid = "guessed";
        client.connects();
        assertFalse(lastSocket().recovered());
        assertEquals(List.of("connect"), client.hears());
        assertNotEquals("guessed", client.pid);
    }

    @Test
    void client_ofAnotherHttpSession_isNew_andTakesNothingOver() {
        SessionRef hers = sessions.create("hers");
        Client client = new Client().connects(Optional.of(hers));
        io.emit("first");
        client.hears();
        String id = lastSocket().id();
        FakeClient her = client.wire;
        client.connects(Optional.of(sessions.create("his")));
        assertFalse(lastSocket().recovered());
        assertNotEquals(id, lastSocket().id());
        assertFalse(her.isClosed());
        her.goes("transport close");
        client.connects(Optional.empty());
        assertFalse(lastSocket().recovered());
    }

    @Test
    void client_ofTheSameHttpSession_comesBack() {
        SessionRef hers = sessions.create("hers");
        Client client = new Client().connects(Optional.of(hers));
        io.emit("first");
        client.hears();
        client.wire.goes("transport close");
        client.connects(Optional.of(hers));
        assertTrue(lastSocket().recovered());
        assertTrue(lastSocket().rooms().contains("hers"));
    }

    @Test
    void middleware_isSkipped_unlessAskedFor() {
        io.use((socket, next) -> next.refuse("nobody new"));
        Client late = new Client().connects();
        assertEquals(List.of("4{\"message\":\"nobody new\"}"), late.wire.received());

        RealtimeServer strict =
                server(RealtimeOptions.builder().connectionStateRecovery(true).skipMiddlewares(false));
        io = strict;
        Client client = connected();
        List<Boolean> recovered = new ArrayList<>();
        io.use((socket, next) -> {
            recovered.add(socket.recovered());
            next.run();
        });
        client.wire.goes("transport close");
        io.emit("missed");
        assertEquals(List.of("missed", "connect"), client.connects().hears());
        assertEquals(List.of(true), recovered);
    }

    @Test
    void middleware_isSkipped_byWhoComesBack() {
        Client client = connected();
        io.use((socket, next) -> next.refuse("nobody new"));
        client.wire.goes("transport close");
        assertEquals(List.of("connect"), client.connects().hears());
    }

    @Test
    void client_thatLosesItsConnection_whileMiddlewareDecides_mayTryAgain() {
        io = server(RealtimeOptions.builder().connectionStateRecovery(true).skipMiddlewares(false));
        Client client = connected();
        String id = lastSocket().id();
        List<Next> waiting = new ArrayList<>();
        io.use((socket, next) -> waiting.add(next));
        client.wire.goes("transport close");
        io.emit("missed");
        client.connects();
        client.wire.goes("transport close");
        client.connects();
        waiting.get(1).run();
        assertEquals(List.of("missed", "connect"), client.hears());
        assertEquals(id, lastSocket().id());
    }

    @Test
    void wrongTypes_areAnOrdinaryConnect() {
        FakeClient client = new FakeClient(io).sends("0{\"pid\":1,\"offset\":[]}");
        assertTrue(client.received().get(0).startsWith("0{\"sid\":"));
    }

    @Test
    void withoutTheOption_thereIsNoPid_andNoOffset() {
        io = server(RealtimeOptions.builder());
        FakeClient client = new FakeClient(io).sends("0{\"pid\":\"p\",\"offset\":\"o\"}");
        io.emit("x", 1);
        assertEquals(List.of("0{\"sid\":\"" + lastSocket().id() + "\"}", "2[\"x\",1]"), client.received());
    }

    @Test
    void adapter_thatKeepsNoSessions_stopsTheStart() {
        RealtimeOptions.Builder options =
                RealtimeOptions.builder().connectionStateRecovery(true).adapter(LoopbackAdapter.cluster());
        assertThrows(IllegalStateException.class, () -> server(options));
        RealtimeOptions.Builder own =
                RealtimeOptions.builder().connectionStateRecovery(true).adapter(MemoryAdapter::new);
        assertThrows(IllegalStateException.class, () -> server(own));
    }

    @Test
    void options_areTheReferences() {
        RealtimeOptions options = RealtimeOptions.builder().build();
        assertFalse(options.connectionStateRecovery());
        assertTrue(options.skipMiddlewares());
        assertEquals(Duration.ofMinutes(2), options.maxDisconnectionDuration());
    }

    /** Were an event to overtake another one, a client that got only the second would never hear the first. */
    @Test
    void events_ofManyThreads_arriveInTheOrderOfTheirOffsets() throws Exception {
        ConcurrentLinkedQueue<Long> offsets = new ConcurrentLinkedQueue<>();
        Client client = connected();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        IntStream.range(0, 8)
                .forEach(n -> threads.execute(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int i = 0; i < 500; i++) {
                        io.emit("x");
                    }
                }));
        start.countDown();
        threads.shutdown();
        assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
        for (String text : client.wire.received()) {
            List<?> event = (List<?>) Json.parse(text.substring(1));
            offsets.add(Long.parseLong((String) event.get(1), Character.MAX_RADIX));
        }
        assertEquals(4_000, offsets.size());
        assertEquals(offsets.stream().sorted().toList(), List.copyOf(offsets));
    }
}
