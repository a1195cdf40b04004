package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clients of version 2, which speak revision 4 of the protocol. */
class RevisionTest extends RealtimeFixture {
    private FakeClient oldClient() {
        return new FakeClient(io, 3, Optional.empty());
    }

    @Test
    void oldClient_isInTheMainNamespace_withoutAsking() {
        assertEquals(List.of("0"), oldClient().received());
        assertTrue(lastSocket().connected());
        assertEquals(Map.of(), lastSocket().handshake().auth());
    }

    @Test
    void oldClient_isNotSentAway_whenItAsksForNothing() {
        FakeClient client = oldClient();
        timer.pass(io.options().connectTimeout());
        assertFalse(client.isClosed());
    }

    @Test
    void oldClient_saysItsEvents() {
        FakeClient client = oldClient();
        client.received();
        lastSocket().on("add", args -> args.ack(args.integer(0) + 1));
        assertEquals(List.of("31[3]"), client.sends("21[\"add\",2]").received());
    }

    @Test
    void query_ofANamespace_isItsAuth() {
        Namespace custom = io.of("/custom").onConnection(sockets::add);
        FakeClient client = oldClient();
        client.received();
        assertEquals(
                List.of("0/custom,"),
                client.sends("0/custom?token=a%20b&tag=1&tag=2,").received());
        assertEquals(custom, lastSocket().namespace());
        assertEquals(
                Map.of("token", "a b", "tag", List.of("1", "2")),
                lastSocket().handshake().auth());
    }

    @Test
    void refusal_isAText_orItsData() {
        io.use((socket, next) -> next.refuse("not today"));
        assertEquals(List.of("4\"not today\""), oldClient().received());
        io.of("/custom").use((socket, next) -> next.refuse("not today", Map.of("code", 7)));
        assertEquals(
                List.of("4\"not today\"", "4/custom,{\"code\":7}", "4/nowhere,\"Invalid namespace\""),
                oldClient().sends("0/custom,", "0/nowhere?a=b,").received());
    }

    @Test
    void idThatTheClientKnows_reachesIt_andIsNotTheSocketsId() {
        io.of("/custom");
        FakeClient client = oldClient().sends("0/custom,");
        client.received();
        io.to("secret").emit("hey");
        io.of("/custom").to("/custom#secret").emit("hey");
        assertEquals(List.of("2[\"hey\"]", "2/custom,[\"hey\"]"), client.received());
        assertNotEquals("secret", lastSocket().id());
        assertEquals(Set.of(lastSocket().id()), lastSocket().rooms());
    }

    @Test
    void newClient_isInNoRoomOfItsSecretId() {
        connected();
        assertEquals(1, lastSocket().rooms().size());
    }

    @Test
    void newClient_mayHaveAQuestionMarkInANamespace() {
        io.of("/what?a=b").onConnection(sockets::add);
        connected().sends("0/what?a=b,");
        assertEquals("/what?a=b", lastSocket().namespace().name());
    }
}
