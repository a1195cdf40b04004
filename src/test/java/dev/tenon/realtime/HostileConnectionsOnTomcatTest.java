package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, frames and upgrades that no client makes who means well. */
class HostileConnectionsOnTomcatTest extends HostileFixture {
    private static final int LIMIT = 1_000_000;

    @Test
    void body_thatIsTooLarge_isRefused() throws Exception {
        String session = polling();
        assertEquals(413, post(session, "4" + "x".repeat(LIMIT)));
        HttpRequest chunked = HttpRequest.newBuilder(uri(session))
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("4" + "x".repeat(LIMIT))))
                .build();
        assertEquals(
                413, HTTP.send(chunked, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Test
    void message_thatIsTooLarge_endsItsConnection() throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.frame(RawSocket.TEXT, true, new byte[LIMIT + 1]);
            assertEquals("closed 1009", attacker.untilClosed());
        }
    }

    @Test
    void frame_thatAnnouncesExabytes_reservesNothing() throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.write((byte) 0x82, (byte) 0xff, (byte) 0x7f, (byte) -1, (byte) -1, (byte) -1);
            attacker.write((byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
            attacker.write(new byte[LIMIT + (1 << 16)]);
            assertEquals("closed 1009", attacker.untilClosed());
        }
    }

    @Test
    void messages_inTinyPieces_areBounded() throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.frame(RawSocket.TEXT, false, "421[\"echo\",\"".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 20_000; i++) {
                attacker.frame(RawSocket.CONTINUATION, false);
                attacker.frame(RawSocket.CONTINUATION, false, (byte) 'x');
            }
            attacker.frame(RawSocket.CONTINUATION, true, (byte) '"', (byte) ']');
            assertEquals("431[\"" + "x".repeat(20_000) + "\"]", attacker.next());
            for (int i = 0; i < 11; i++) {
                attacker.frame(i == 0 ? RawSocket.BINARY : RawSocket.CONTINUATION, false, new byte[LIMIT / 10]);
            }
            assertEquals("closed 1009", attacker.untilClosed());
        }
    }

    @Test
    void bomb_thatInflates_endsItsConnection() throws Exception {
        String[] headers = {"Host: 127.0.0.1", "Sec-WebSocket-Extensions: permessage-deflate"};
        try (RawSocket attacker = new RawSocket(uri(WEBSOCKET), 1 << 16, headers)) {
            attacker.frame(0x40 | RawSocket.BINARY, true, deflated(200_000_000));
            String end = attacker.untilClosed();
            assertTrue(List.of("closed 1009", "closed 1002").contains(end), end); // the latter where nothing inflates
        }
    }

    private static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] input = new byte[LIMIT];
        byte[] output = new byte[LIMIT];
        for (int done = 0; done < zeros; done += input.length) {
            deflater.setInput(input);
            out.write(output, 0, deflater.deflate(output, 0, output.length, Deflater.SYNC_FLUSH));
        }
        deflater.end();
        return out.toByteArray();
    }

    @Test
    void text_thatIsNoUtf8_endsItsConnection() throws Exception {
        try (RawSocket attacker = joined()) {
            attacker.frame(RawSocket.TEXT, true, (byte) '4', (byte) 0xc3, (byte) 0x28);
            assertEquals("closed 1007", attacker.untilClosed());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, EIO=4&transport=polling&sid=guessed",
        "POST, EIO=4&transport=polling&sid=guessed",
        "GET, EIO=4&transport=polling&sid=%00",
        "GET, EIO=4&transport=webtransport",
        "GET, EIO=4&transport=__proto__",
        "GET, EIO=1&transport=polling",
        "GET, transport=polling",
        "GET, EIO=4",
        "GET, %%%=%",
        "PUT, EIO=4&transport=polling",
        "POST, EIO=4&transport=polling"
    })
    void request_thatFitsNothing_isRefused(String method, String query) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort())) {
            String request = method + " /socket.io/?" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 400", line);
        }
    }

    @Test
    void publicId_opensNothing() throws Exception {
        String id = io.sockets().keySet().iterator().next();
        assertEquals(400, post(POLLING + "&sid=" + id, "42[\"echo\"]"));
        assertEquals(400, app.get(POLLING + "&sid=" + id).statusCode());
    }

    @Test
    void secondPoll_endsTheSession() throws Exception {
        String session = polling();
        CompletableFuture<HttpResponse<String>> one = getLater(session);
        CompletableFuture<HttpResponse<String>> other = getLater(session);
        List<Integer> codes = List.of(status(one), status(other));
        assertTrue(codes.contains(400) && codes.contains(200), codes.toString());
        assertEquals(400, app.get(session).statusCode());
    }

    private static int status(CompletableFuture<HttpResponse<String>> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS).statusCode();
    }

    @Test
    void secondUpgrade_isClosed_andTheFirstGoesOn() throws Exception {
        String session = polling().replace("polling", "websocket");
        try (RawSocket first = RawSocket.open(uri(session));
                RawSocket second = RawSocket.open(uri(session))) {
            assertEquals("closed 1000", second.untilClosed());
            assertEquals("3probe", first.text("2probe").next());
            assertTrue(first.text("5").text("40").next().startsWith("40{"));
            try (RawSocket third = new RawSocket(uri(session), 1 << 16, "Host: 127.0.0.1")) {
                assertEquals(400, third.status() == 101 ? closed(third) : third.status());
            }
            assertEquals("431[1]", first.text("421[\"echo\",1]").next());
        }
    }

    private static int closed(RawSocket socket) throws Exception {
        return socket.untilClosed().startsWith("closed") ? 400 : 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2prob", "42[\"echo\"]", "\u0000"})
    void upgrade_withoutItsProbe_isClosed_andTheSessionPolls(String word) throws Exception {
        String session = polling();
        try (RawSocket attacker = RawSocket.open(uri(session.replace("polling", "websocket")))) {
            if (!word.isEmpty()) {
                attacker.text(word); // nothing at all is the half-open one, closed by upgradeTimeout
            }
            attacker.untilClosed();
        }
        assertEquals(200, post(session, "40"));
        assertTrue(app.get(session).body().contains("40{"));
    }

    @ParameterizedTest
    @CsvSource({"Origin: https://evil.example", "Origin: null", "Origin: http://127.0.0.1.evil.example"})
    void handshake_ofOthers_isRefused(String header) throws Exception {
        try (RawSocket attacker = new RawSocket(uri(WEBSOCKET), 1 << 16, "Host: 127.0.0.1", header)) {
            assertTrue(attacker.status() / 100 == 4, "status " + attacker.status());
        }
    }

    @Test
    void forwardedHost_ofNobodyTrusted_countsNothing() throws Exception {
        String[] forged = {"Host: 127.0.0.1", "Origin: https://evil.example", "X-Forwarded-Host: evil.example"};
        try (RawSocket attacker = new RawSocket(uri(WEBSOCKET), 1 << 16, forged)) {
            assertEquals(403, attacker.status());
        }
    }

    @Test
    void handshake_withThousandsOfHeaders_isRefused() throws Exception {
        String[] headers = new String[3000];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = "X-" + i + ": 1";
        }
        try (RawSocket attacker = new RawSocket(uri(WEBSOCKET), 1 << 16, headers)) {
            assertEquals(400, attacker.status());
        }
    }
}
