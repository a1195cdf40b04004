package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that no client sends who means well: their connection ends as a parse error, and nobody else's. */
class HostilePacketsOnTomcatTest extends HostileFixture {
    private static final int DEEP = 100_000;

    static Stream<String> malformed() {
        return Stream.of(
                // event names that are not text, reserved, or none
                "42[{\"toString\":\"x\"}]",
                "42[{\"toString\":{\"_placeholder\":true,\"num\":0}}]",
                "42[1]",
                "42[null]",
                "42[[\"x\"]]",
                "42[\"disconnecting\"]",
                "42[\"connect_error\",1]",
                "42[]",
                "42{}",
                "42",
                "42\"x\"",
                // attachments without end, without number, without place
                "4511-[\"x\"]",
                "45999999999999999999-[\"x\"]",
                "45-[\"x\"]",
                "451[\"x\"]",
                "45-1-[\"x\"]",
                "450-[\"x\",{\"_placeholder\":true,\"num\":0}]",
                // ids and types
                "42" + "9".repeat(400) + "[\"x\"]",
                "43[\"an ack without id\"]",
                "431{}",
                "47",
                "4x",
                "4",
                "44{\"message\":\"from a client\"}",
                "40\"auth\"",
                "40[]",
                // JSON that is none, or too much
                "42[\"x\",1e999999999999]",
                "42[\"x\"",
                "42[\"x\",NaN]",
                "42[\"x\"]]",
                "42[\"x\",'y']",
                "42[\"x\"," + "[".repeat(DEEP) + "]".repeat(DEEP) + "]",
                "42[\"x\"," + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP) + "]",
                "42[\"x\"," + "[".repeat(DEEP),
                "42[\"x\"," + "9".repeat(10_000) + "]");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void packet_thatIsNone_endsItsConnection(String message) throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        try (RawSocket attacker = joined()) {
            last().onDisconnect(end::complete);
            assertEquals("closed 1000", attacker.text(message).untilClosed());
            assertEquals("parse error", end.get(10, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "1.5", "\"0\"", "\"splice\"", "null", "{}", "1e9", "99999999999999999999"})
    void placeholder_outOfRange_endsItsConnection(String number) throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.text("451-1[\"echo\",{\"_placeholder\":true,\"num\":" + number + "}]");
            attacker.frame(RawSocket.BINARY, true, (byte) 1);
            assertEquals("closed 1000", attacker.untilClosed());
        }
    }

    @Test
    void text_whereAnAttachmentIsDue_endsItsConnection() throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.text("452-[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
            attacker.frame(RawSocket.BINARY, true, (byte) 1);
            assertEquals("closed 1000", attacker.text("42[\"x\"]").untilClosed());
        }
    }

    @Test
    void bytes_whereNoneAreDue_endTheirConnection() throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.frame(RawSocket.BINARY, true, new byte[100_000]);
            assertEquals("closed 1000", attacker.untilClosed());
        }
    }

    @Test
    void event_beforeItsNamespaceIsJoined_endsTheConnection() throws Exception {
        try (RawSocket attacker = RawSocket.open(uri(WEBSOCKET))) {
            assertEquals("closed 1000", attacker.text("42[\"echo\"]").untilClosed());
        }
    }

    @Test
    void namespaces_thatAreUnknown_areRefusedOneByOne() throws Exception {
        try (RawSocket attacker = joined()) {
            for (int i = 0; i < 1000; i++) {
                attacker.text("40/none" + i + ",{}");
                assertEquals("44/none" + i + ",{\"message\":\"Invalid namespace\"}", attacker.next());
            }
        }
    }

    /** What ends the reference's process when an application echoes it. */
    @Test
    void deepValue_ofAnApplication_isRefusedToIt() throws Exception {
        io.onConnection(socket -> socket.on("deep", args -> args.ack(nested())));
        try (RawSocket client = joined()) {
            client.text("421[\"deep\"]").text("422[\"echo\",\"on\"]");
            assertEquals("432[\"on\"]", client.next());
        }
    }

    private static Object nested() {
        List<Object> value = new ArrayList<>();
        for (int i = 0; i < DEEP; i++) {
            List<Object> outer = new ArrayList<>();
            outer.add(value);
            value = outer;
        }
        return value;
    }

    @Test
    void namesOfPrototypes_areNamesLikeOthers() throws Exception {
        try (RawSocket client = joined()) {
            client.text("42[\"__proto__\"]")
                    .text("42[\"constructor\",{\"__proto__\":{\"a\":1}}]")
                    .text("421[\"echo\",{\"__proto__\":1}]");
            assertEquals("431[{\"__proto__\":1}]", client.next());
        }
    }

    @Test
    void floodOfPongs_costsNothing() throws Exception {
        try (RawSocket attacker = joined()) {
            for (int i = 0; i < 20_000; i++) {
                attacker.text("3");
            }
            for (int i = 0; i < 20_000; i++) {
                attacker.frame(RawSocket.PONG, true);
            }
            attacker.text("421[\"echo\",1]");
            assertEquals("431[1]", attacker.next());
        }
    }

    @Test
    void body_ofNothingButSeparators_endsItsSession() throws Exception {
        String session = polling();
        assertEquals(400, post(session, "\u001e".repeat(500_000)));
        assertEquals(400, app.get(session).statusCode());
    }

    @Test
    void body_ofNothingButPongs_isTaken() throws Exception {
        String session = polling();
        assertEquals(200, post(session, "3\u001e".repeat(250_000) + "3"));
        assertEquals(200, post(session, "40"));
        assertTrue(app.get(session).body().startsWith("40{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b!!!", "bA", "9", "4\u001e", "2", "42[\"x\"]"})
    void body_thatIsNoPayload_endsItsSession(String body) throws Exception {
        String session = polling();
        post(session, body);
        app.get(session);
        assertEquals(400, app.get(session).statusCode());
    }

    private static Socket last() {
        return io.sockets().values().stream()
                .reduce((one, other) ->
                        one.handshake().time().isAfter(other.handshake().time()) ? one : other)
                .orElseThrow();
    }
}
