package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of sockets and connections, and what the application hears of it. */
class DisconnectTest extends RealtimeFixture {
    private final List<String> ends = new ArrayList<>();
    private FakeClient client;
    private Socket socket;

    @BeforeEach
    void connect() {
        io.of("/desk").onConnection(desk -> desk.onDisconnect(reason -> ends.add("desk " + reason)));
        client = connected();
        socket = lastSocket();
        socket.onDisconnecting(reason -> ends.add(reason + " " + socket.rooms().size() + socket.connected()));
        socket.onDisconnect(reason -> ends.add(reason + " " + socket.rooms().size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport close", "transport error", "ping timeout"})
    void transport_thatEnds_endsAllSocketsOnce(String reason) {
        client.sends("0/desk");
        client.goes(reason);
        client.goes("forced close");
        assertEquals(Set.of(reason + " 1false", reason + " 0", "desk " + reason), Set.copyOf(ends));
        assertEquals(3, ends.size());
        assertFalse(socket.connected());
        assertEquals(0, io.sockets().size());
    }

    @Test
    void clientThatLeaves_keepsItsConnection() {
        client.sends("1");
        assertEquals(List.of("client namespace disconnect 1false", "client namespace disconnect 0"), ends);
        assertEquals(List.of(), client.received());
        client.sends("0");
        assertEquals(2, sockets.size());
        assertTrue(lastSocket().connected());
    }

    @Test
    void disconnect_tellsTheClientAndKeepsTheConnection() {
        socket.disconnect(false);
        socket.disconnect(false);
        assertEquals(List.of("1"), client.received());
        assertEquals(List.of("server namespace disconnect 1false", "server namespace disconnect 0"), ends);
    }

    @Test
    void event_sentBeforeTheClientLearned_isDropped() {
        socket.disconnect(false);
        client.sends("2[\"late\"]", "1");
        assertFalse(client.isClosed());
    }

    @Test
    void disconnectWithClose_endsAllNamespaces() {
        client.sends("0/desk");
        client.received();
        socket.disconnect(true);
        List<String> received = client.received();
        assertEquals(Set.of("1", "1/desk,"), Set.copyOf(received.subList(0, 2)));
        assertEquals("closed", received.get(2));
        assertTrue(ends.contains("desk server namespace disconnect"));
    }

    @Test
    void malformedPacket_endsWithParseError() {
        client.sends("2[");
        assertEquals(List.of("parse error 1false", "parse error 0"), ends);
        assertEquals(List.of("closed"), client.received());
    }

    @Test
    void shutdown_endsEverything() {
        io.close();
        assertEquals(List.of("server shutting down 1false", "server shutting down 0"), ends);
        assertTrue(client.isClosed());
    }

    @Test
    void listener_thatComesLate_isToldAtOnce() {
        client.goes("ping timeout");
        ends.clear();
        socket.onDisconnect(ends::add);
        assertEquals(List.of("ping timeout"), ends);
    }

    @Test
    void listener_thatThrows_keepsTheOthers() {
        io.onConnection(next -> next.onDisconnect(reason -> {
                    throw new IllegalStateException("bug in the application");
                })
                .onDisconnect(ends::add));
        connected().goes("transport close");
        assertEquals(List.of("transport close"), ends);
    }

    @Test
    void handler_mayDisconnectItsOwnSocket() {
        socket.on("bye", args -> {
            socket.disconnect(true);
            args.ack("too late");
        });
        client.sends("21[\"bye\"]", "2[\"bye\"]");
        assertEquals(List.of("1", "closed"), client.received());
        assertEquals(2, ends.size());
    }
}
