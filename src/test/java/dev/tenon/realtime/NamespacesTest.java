package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.RoomEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Namespaces that the application names, and those that clients make. */
class NamespacesTest extends RealtimeFixture {
    private static final Pattern ORDERS = Pattern.compile("/order-\\d+");

    private final List<String> made = new ArrayList<>();

    NamespacesTest() {
        io.onNewNamespace(namespace -> made.add(namespace.name()));
    }

    private static RealtimeServer cleaning(ManualTimer timer) {
        return new RealtimeServer(
                RealtimeOptions.builder().cleanupEmptyChildNamespaces(true).build(),
                timer,
                Runnable::run,
                new FakeSessions());
    }

    private static String refusal(String name) {
        return "4" + name + ",{\"message\":\"Invalid namespace\"}";
    }

    @Test
    void namespacesOfOneClient_areBounded_andTheRestGoesOn() {
        RealtimeServer bounded =
                new RealtimeServer(RealtimeOptions.builder().maxNamespaces(3).build(), timer, Runnable::run, sessions);
        bounded.of(ORDERS).onConnection(socket -> socket.on("x", args -> socket.emit("y")));
        FakeClient client = new FakeClient(bounded).sends("0", "0/order-1,", "0/order-2,");
        client.received();
        String refusal = "4/order-3,{\"message\":\"Too many namespaces\"}";
        assertEquals(List.of(refusal), client.sends("0/order-3,").received());
        assertEquals(
                List.of("2/order-2,[\"y\"]"), client.sends("2/order-2,[\"x\"]").received());
        client.sends("1/order-1,", "0/order-3,");
        assertTrue(client.received().get(0).startsWith("0/order-3,{\"sid\""));
        assertEquals(
                List.of("4/order-4,{\"message\":\"Too many namespaces\"}"),
                client.sends("0/order-4,").received());
    }

    @Test
    void on_connection_isOnConnection() {
        List<Socket> heard = new ArrayList<>();
        io.on("connection", heard::add).on("connect", heard::add);
        connected();
        assertEquals(List.of(lastSocket(), lastSocket()), heard);
    }

    @Test
    void on_anyOtherEvent_isRefused() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> io.on("conection", socket -> {}));
        assertEquals("a namespace has no event 'conection', only 'connection'", e.getMessage());
    }

    @Test
    void newNamespace_isToldOnce() {
        io.of("/a");
        io.of("a");
        assertEquals(List.of("/a"), made);
    }

    @Test
    void pattern_letsClientsMakeNamespaces() {
        Namespace orders = io.of(ORDERS).onConnection(sockets::add);
        FakeClient client = new FakeClient(io).sends("0/order-1");
        assertEquals(List.of("0/order-1,{\"sid\":\"" + lastSocket().id() + "\"}"), client.received());
        new FakeClient(io).sends("0/order-1", "0/order-2");
        assertEquals(List.of("/order-1", "/order-2"), made);
        assertEquals(3, orders.sockets().size());
        assertEquals(2, io.of("/order-1").sockets().size());
        assertSame(lastSocket(), orders.socket(lastSocket().id()).orElseThrow());
    }

    @Test
    void pattern_mustMatchTheWholeName() {
        io.of(ORDERS);
        FakeClient client = new FakeClient(io).sends("0/order-", "0/x/order-1", "0/order-1x");
        assertEquals(List.of(refusal("/order-"), refusal("/x/order-1"), refusal("/order-1x")), client.received());
        assertEquals(List.of(), made);
    }

    @Test
    void parent_givesMiddlewareAndListenersToItsChildren() {
        List<String> seen = new ArrayList<>();
        Namespace parent = io.of(ORDERS).use((socket, next) -> {
            seen.add("parent's middleware");
            next.run();
        });
        io.of("/order-1")
                .use((socket, next) -> {
                    seen.add("own middleware");
                    next.run();
                })
                .onConnection(socket -> seen.add("own listener"));
        parent.onConnection(
                socket -> seen.add("parent's listener of " + socket.namespace().name()));
        new FakeClient(io).sends("0/order-1");
        assertEquals(
                List.of("parent's middleware", "own middleware", "parent's listener of /order-1", "own listener"),
                seen);
    }

    @Test
    void roomEvents_areHeardByTheNamespaceAndItsParent() {
        List<RoomEvent> heard = new ArrayList<>();
        io.of(ORDERS)
                .onRoomEvent(event -> {
                    throw new IllegalStateException("bug in the application");
                })
                .onRoomEvent(heard::add);
        io.onRoomEvent(event -> heard.clear());
        io.of("/order-1").onConnection(sockets::add).onRoomEvent(heard::add);
        FakeClient client = new FakeClient(io).sends("0/order-1");
        heard.clear();
        lastSocket().join("r");
        RoomEvent created = new RoomEvent(RoomEvent.Type.CREATE, "r", null);
        RoomEvent joined = new RoomEvent(RoomEvent.Type.JOIN, "r", lastSocket().id());
        assertEquals(List.of(created, created, joined, joined), heard);
        client.goes("transport close");
        assertTrue(heard.contains(new RoomEvent(RoomEvent.Type.DELETE, "r", null)));
    }

    @Test
    void parent_sendsToAllItsChildren() {
        Namespace parent = io.of(ORDERS).onConnection(sockets::add);
        FakeClient client = new FakeClient(io).sends("0/order-1", "0/order-2", "0");
        sockets.get(0).join("r");
        client.received();
        parent.emit("x", 1);
        parent.to("r").emit("y");
        assertEquals(
                Set.of("2/order-1,[\"x\",1]", "2/order-2,[\"x\",1]", "2/order-1,[\"y\"]"),
                Set.copyOf(client.received()));
        assertEquals(2, parent.fetchSockets().toCompletableFuture().join().size());
        assertEquals(Set.of(sockets.get(0).id()), parent.rooms().get("r"));
        List<Args> answers = new ArrayList<>();
        parent.broadcast().emitWithAck("q").thenAccept(answers::addAll);
        client.sends("3/order-1,0[1]", "3/order-2,0[2]");
        assertEquals(Set.of(1, 2), Set.of(answers.get(0).get(0), answers.get(1).get(0)));
    }

    @Test
    void parent_withoutChildren_hasNobody() {
        Namespace parent = io.of(ORDERS);
        assertTrue(parent.name().startsWith("/_"));
        assertEquals(Map.of(), parent.sockets());
        assertEquals(
                List.of(),
                parent.broadcast().emitWithAck("q").toCompletableFuture().join());
        assertEquals(
                List.of(),
                parent.serverSideEmitWithAck("q").toCompletableFuture().join());
    }

    @Test
    void namespaceOfTheApplication_isTheChildOfThePatternThatFits() {
        Namespace parent = io.of(ORDERS).onConnection(sockets::add);
        io.of("/order-7");
        new FakeClient(io).sends("0/order-7");
        assertEquals("/order-7", lastSocket().namespace().name());
        assertEquals(1, parent.sockets().size());
    }

    @Test
    void rule_decidesByNameAndAuth() {
        io.of((name, handshake, next) ->
                next.accept(name.equals("/" + handshake.auth().get("tenant"))));
        FakeClient client = new FakeClient(io).sends("0/acme,{\"tenant\":\"acme\"}", "0/other,{\"tenant\":\"acme\"}");
        assertEquals(2, client.received().size());
        assertEquals(List.of("/acme"), made);
    }

    @Test
    void rules_areAskedOneAfterTheOther() {
        List<String> asked = new ArrayList<>();
        io.of((name, handshake, next) -> {
            asked.add("first");
            next.accept(false);
            next.accept(true);
        });
        io.of((name, handshake, next) -> {
            asked.add("second");
            throw new IllegalStateException("bug in the application");
        });
        Namespace third = io.of((name, handshake, next) -> next.accept(true));
        new FakeClient(io).sends("0/x");
        assertEquals(List.of("first", "second"), asked);
        assertEquals(1, third.sockets().size());
    }

    @Test
    void rule_mayAnswerLater() {
        List<Consumer<Boolean>> later = new ArrayList<>();
        io.of((name, handshake, next) -> later.add(next));
        FakeClient first = new FakeClient(io).sends("0/x");
        FakeClient second = new FakeClient(io).sends("0/x");
        assertEquals(List.of(), first.received());
        later.get(0).accept(true);
        later.get(1).accept(true);
        assertEquals(1, first.received().size());
        assertEquals(1, second.received().size());
        assertEquals(List.of("/x"), made);
        assertEquals(2, io.of("/x").sockets().size());
    }

    @Test
    void rule_thatAnswersAfterTheEnd_makesNothing() {
        List<Consumer<Boolean>> later = new ArrayList<>();
        io.of((name, handshake, next) -> later.add(next));
        FakeClient client = new FakeClient(io).sends("0/x");
        client.goes("transport close");
        later.get(0).accept(true);
        assertEquals(Map.of(), io.of("/x").sockets());
    }

    @Test
    void secondConnect_whileARuleThinks_closesTheConnection() {
        io.of((name, handshake, next) -> {});
        assertEquals(List.of("closed"), new FakeClient(io).sends("0/x", "0/x").received());
    }

    @Test
    void refusedNamespace_mayBeAskedForAgain() {
        List<Integer> tries = new ArrayList<>();
        io.of((name, handshake, next) -> next.accept(tries.add(1) && tries.size() == 2));
        FakeClient client = new FakeClient(io).sends("0/x", "0/x");
        assertEquals(refusal("/x"), client.received().get(0));
        assertEquals(1, io.of("/x").sockets().size());
    }

    @Test
    void child_staysWithoutSockets() {
        io.of(ORDERS);
        new FakeClient(io).sends("0/order-1").goes("transport close");
        assertEquals(Map.of("/", 0, "/order-1", 0), io.counts().sockets());
    }

    @Test
    void child_endsWithItsLastSocketWhereThisIsAskedFor() {
        RealtimeServer cleaning = cleaning(timer);
        Namespace parent = cleaning.of(ORDERS);
        FakeClient first = new FakeClient(cleaning).sends("0/order-1");
        FakeClient second = new FakeClient(cleaning).sends("0/order-1");
        Namespace child = cleaning.of("/order-1");
        first.goes("transport close");
        assertSame(child, cleaning.of("/order-1"));
        second.sends("1/order-1,");
        assertEquals(Map.of("/", 0), cleaning.counts().sockets());
        second.received();
        parent.emit("x");
        assertEquals(List.of(), second.received());
        second.sends("0/order-1");
        assertNotSame(child, cleaning.of("/order-1"));
        assertEquals(1, parent.sockets().size());
    }

    @Test
    void child_endsWithTheLastSocketThatIsRefused() {
        RealtimeServer cleaning = cleaning(timer);
        List<Next> waiting = new ArrayList<>();
        cleaning.of(ORDERS).use((socket, next) -> waiting.add(next));
        new FakeClient(cleaning).sends("0/order-1");
        new FakeClient(cleaning).sends("0/order-1");
        waiting.get(0).refuse("no");
        assertTrue(cleaning.counts().sockets().containsKey("/order-1"));
        waiting.get(1).refuse("no");
        assertFalse(cleaning.counts().sockets().containsKey("/order-1"));
    }

    @Test
    void comingAndGoingAtOnce_turnsNobodyAwayAndLeavesNothing() {
        RealtimeServer cleaning = new RealtimeServer(
                RealtimeOptions.builder().cleanupEmptyChildNamespaces(true).build(),
                new NoTimer(),
                Runnable::run,
                new FakeSessions());
        Namespace parent = cleaning.of(ORDERS);
        CompletableFuture<?>[] all = IntStream.range(0, 500)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    FakeClient client = new FakeClient(cleaning).sends("0/order-1");
                    assertTrue(client.received().get(0).startsWith("0/order-1,{\"sid\""));
                    client.goes("transport close");
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertEquals(Map.of("/", 0), cleaning.counts().sockets());
        assertEquals(Map.of(), parent.rooms());
    }

    @Test
    void namespaceOfTheApplication_staysWhenItIsEmpty() {
        RealtimeServer cleaning = cleaning(timer);
        cleaning.of("/desk");
        new FakeClient(cleaning).sends("0/desk").goes("transport close");
        assertEquals(Map.of("/", 0, "/desk", 0), cleaning.counts().sockets());
    }

    @Test
    void occupants_letNobodyInAfterTheLastOneLeft() {
        Occupants occupants = new Occupants();
        assertTrue(occupants.enter("a"));
        assertFalse(occupants.leave("b"));
        assertFalse(occupants.ended());
        assertTrue(occupants.leave("a"));
        assertTrue(occupants.ended());
        assertFalse(occupants.enter("c"));
        assertFalse(occupants.leave("a"));
    }

    private static final class NoTimer implements Timer {
        @Override
        public Cancellable after(Duration delay, Runnable task) {
            return () -> {};
        }

        @Override
        public Cancellable every(Duration period, Runnable task) {
            return () -> {};
        }
    }
}
