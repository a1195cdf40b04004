package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joining namespaces: handshake, middleware, and what is no Socket.IO. */
class ConnectTest extends RealtimeFixture {
    @Test
    void connect_isAnsweredWithThePublicId() {
        FakeClient client = new FakeClient(io).sends("0");
        assertEquals(List.of("0{\"sid\":\"" + lastSocket().id() + "\"}"), client.received());
        assertNotEquals("secret", lastSocket().id());
        assertTrue(lastSocket().connected());
        assertEquals(Set.of(lastSocket().id()), lastSocket().rooms());
        assertSame(lastSocket(), io.sockets().get(lastSocket().id()));
        assertSame(lastSocket(), io.socket(lastSocket().id()).orElseThrow());
    }

    @Test
    void handshake_tellsTheRequestAndTheAuth() {
        new FakeClient(io).sends("0{\"token\":\"123\"}");
        Handshake handshake = lastSocket().handshake();
        assertEquals(Map.of("token", "123"), handshake.auth());
        assertEquals(Optional.of("&=?a"), handshake.query("name"));
        assertEquals(List.of("&=?a", "b"), handshake.query().get("name"));
        assertEquals(Optional.of("fake"), handshake.header("User-Agent"));
        assertEquals(Optional.empty(), handshake.header("Cookie"));
        assertEquals("192.0.2.1", handshake.address());
        assertEquals(Instant.EPOCH, handshake.time());
        assertTrue(handshake.secure());
        assertEquals(Optional.empty(), handshake.session());
    }

    @Test
    void handshake_whoseSessionStoreFails_leavesNoConnection() {
        Optional<Object> owner = Optional.of(sessions.create("alias"));
        sessions.fail();
        assertThrows(IllegalStateException.class, () -> new FakeClient(io, owner));
        assertEquals(0, io.counts().clients());
        assertEquals(0, timer.waiting());
    }

    @Test
    void namespaces_areJoinedOneByOne() {
        List<Socket> desk = new ArrayList<>();
        io.of("desk").onConnection(desk::add);
        FakeClient client = connected().sends("0/desk,{\"a\":1}");
        assertEquals(List.of("0/desk,{\"sid\":\"" + desk.get(0).id() + "\"}"), client.received());
        assertNotEquals(lastSocket().id(), desk.get(0).id());
        assertEquals("/desk", desk.get(0).namespace().name());
        assertSame(io.of("/desk"), desk.get(0).namespace());
        assertSame(io.of("/"), lastSocket().namespace());
        assertEquals(lastSocket().clientId(), desk.get(0).clientId());
    }

    @Test
    void clientId_isOfOneConnection_andNotItsSecret() {
        connected();
        String first = lastSocket().clientId();
        connected();
        assertNotEquals(first, lastSocket().clientId());
        assertNotEquals("secret", first);
    }

    @Test
    void unknownNamespace_isRefused() {
        FakeClient client = new FakeClient(io).sends("0/random");
        assertEquals(List.of("4/random,{\"message\":\"Invalid namespace\"}"), client.received());
        assertFalse(client.isClosed());
    }

    @Test
    void namespaceName_withComma_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> io.of("/a,b"));
    }

    @Test
    void middleware_runsInOrderBeforeTheConnection() {
        List<String> seen = new ArrayList<>();
        io.use((socket, next) -> {
            seen.add("first " + socket.connected());
            socket.data().put("user", "ann");
            socket.join("early");
            next.run();
        });
        io.use((socket, next) -> {
            seen.add("second");
            next.run();
            next.run();
        });
        io.onConnection(socket -> seen.add("connected " + socket.data().get("user")));
        connected();
        assertEquals(List.of("first false", "second", "connected ann"), seen);
        assertEquals(Set.of("early", lastSocket().id()), lastSocket().rooms());
    }

    @Test
    void refusal_reachesTheClientWithMessageAndData() {
        io.use((socket, next) -> next.refuse("not authorized", Map.of("code", 7)));
        FakeClient client = new FakeClient(io).sends("0");
        assertEquals(List.of("4{\"message\":\"not authorized\",\"data\":{\"code\":7}}"), client.received());
        assertEquals(List.of(), sockets);
        assertEquals(Map.of(), io.sockets());
    }

    @Test
    void refusedClient_mayTryAgain() {
        List<Integer> tries = new ArrayList<>();
        io.use((socket, next) -> {
            tries.add(1);
            if (tries.size() == 1) {
                next.refuse("later");
            }
            next.run();
        });
        FakeClient client = new FakeClient(io).sends("0", "0");
        assertEquals(
                List.of(
                        "4{\"message\":\"later\"}",
                        "0{\"sid\":\"" + lastSocket().id() + "\"}"),
                client.received());
    }

    @Test
    void refusal_withDataThatHasNoJsonForm_reachesTheClientWithoutIt() {
        io.use((socket, next) -> next.refuse("no", new Object()));
        assertEquals(
                List.of("4{\"message\":\"no\"}"), new FakeClient(io).sends("0").received());
    }

    @Test
    void middleware_thatThrows_refusesWithoutDetails() {
        io.use((socket, next) -> {
            throw new IllegalStateException("password is x");
        });
        assertEquals(
                List.of("4{\"message\":\"Internal Server Error\"}"),
                new FakeClient(io).sends("0").received());
    }

    @Test
    void middleware_thatThrowsAProblem_refusesWithIt() {
        io.use((socket, next) -> {
            throw new TenonException(HttpProblem.of(422, "Bad", "no uname").with("errors", List.of("uname")), null);
        });
        assertEquals(
                List.of("4{\"message\":\"no uname\",\"data\":{\"errors\":[\"uname\"]}}"),
                new FakeClient(io).sends("0").received());
    }

    @Test
    void middleware_mayGoOnLater() {
        List<Next> later = new ArrayList<>();
        io.use((socket, next) -> later.add(next));
        FakeClient client = new FakeClient(io).sends("0");
        assertEquals(List.of(), client.received());
        later.get(0).run();
        assertTrue(lastSocket().connected());
    }

    @Test
    void event_whileListenersAreAddedAfterLateMiddleware_isNotLost() {
        List<Next> later = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        FakeClient client = new FakeClient(io);
        io.use((socket, next) -> later.add(next));
        io.onConnection(socket -> {
            client.sends("2[\"early\"]"); // its CONNECT is answered already
            socket.on("early", args -> heard.add("early"));
        });
        client.sends("0");
        later.get(0).run();
        assertEquals(List.of("early"), heard);
    }

    @Test
    void middleware_thatGoesOnAfterTheEnd_connectsNobody() {
        List<Next> later = new ArrayList<>();
        io.use((socket, next) -> {
            socket.join("early");
            later.add(next);
        });
        new FakeClient(io).sends("0").goes("transport close");
        later.get(0).run();
        assertEquals(List.of(), sockets);
        assertEquals(Map.of(), io.sockets());
    }

    @Test
    void clientThatJoinsNothing_isClosedAfterConnectTimeout() {
        FakeClient client = new FakeClient(io);
        timer.pass(Duration.ofMillis(44_999));
        assertFalse(client.isClosed());
        timer.pass(Duration.ofMillis(1));
        assertTrue(client.isClosed());
    }

    @Test
    void clientThatJoined_staysAfterConnectTimeout() {
        FakeClient client = connected();
        assertEquals(0, timer.waiting());
        timer.pass(Duration.ofSeconds(45));
        assertFalse(client.isClosed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2[\"before connect\"]",
                "30[]",
                "1",
                "4{\"message\":\"x\"}",
                "2/other,[\"a\"]",
                "abc",
                "511-[\"a\"]"
            })
    void strangeStart_closesTheConnection(String text) {
        FakeClient other = connected();
        FakeClient client = new FakeClient(io).sends(text, "0");
        assertEquals(List.of("closed"), client.received());
        assertFalse(other.isClosed());
    }

    @Test
    void secondConnect_closesTheConnection() {
        assertEquals(List.of("closed"), connected().sends("0").received());
    }

    @Test
    void event_beforeMiddlewareLetTheSocketPass_closesTheConnection() {
        io.use((socket, next) -> {});
        assertEquals(
                List.of("closed"), new FakeClient(io).sends("0", "2[\"a\"]").received());
    }

    @Test
    void connectionListener_thatThrows_keepsTheOthersAndTheConnection() {
        io.of("/x").onConnection(socket -> {
            throw new IllegalStateException("bug in the application");
        });
        io.of("/x").onConnection(sockets::add);
        FakeClient client = new FakeClient(io).sends("0/x");
        assertTrue(lastSocket().connected());
        assertFalse(client.isClosed());
    }
}
