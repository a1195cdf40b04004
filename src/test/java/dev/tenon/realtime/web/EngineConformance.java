package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.realtime.engine.EngineOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The cases of the official Engine.IO suites, one by one and in their order, on a server that echoes. A subclass says which version is spoken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineConformance {
    private static final Duration INTERVAL = Duration.ofMillis(300);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final String polling;
    private final String webSocket;
    private EngineTomcat tomcat;
    private EngineClient client;

    /** Sets the version. */
    EngineConformance(int version) {
        polling = "EIO=" + version + "&transport=polling";
        webSocket = "EIO=" + version + "&transport=websocket";
    }

    /** Returns the body that carries these packets. */
    abstract String payload(String... packets);

    /** Returns the packet of a text payload. */
    abstract String packet(String payload);

    /** Returns the text that stands for the bytes 1, 2, 3 and 4 in a payload. */
    abstract String bytesInPayload();

    /** Returns the message that is the bytes 1, 2, 3 and 4 on a WebSocket. */
    abstract byte[] bytesOnWebSocket();

    @BeforeAll
    void start() throws Exception {
        EngineOptions options = EngineOptions.builder()
                .pingInterval(INTERVAL)
                .pingTimeout(TIMEOUT)
                .allowEIO3(true)
                .build();
        tomcat = EngineTomcat.start(options, WebOptions.builder(), (socket, handshake) -> EngineTomcat.echo(socket));
        client = new EngineClient(tomcat);
    }

    @AfterAll
    void stop() throws Exception {
        tomcat.close();
    }

    final EngineClient client() {
        return client;
    }

    final String polling() {
        return polling;
    }

    @SuppressWarnings("unchecked") // an object, or the test fails
    private static Map<String, Object> opening(String packet) {
        assertEquals('0', packet.charAt(0), packet);
        return (Map<String, Object>) Json.parse(packet.substring(1));
    }

    /** Returns the query of a new session that polls. */
    final String open() throws Exception {
        return polling + "&sid="
                + opening(packet(client.get(polling + base64()).body())).get("sid") + base64();
    }

    /** Returns what a client adds that reads no bytes. */
    String base64() {
        return "";
    }

    private EngineClient.Channel openWebSocket() throws Exception {
        EngineClient.Channel channel = client.webSocket(webSocket + base64());
        assertEquals(List.of(), opening(channel.next()).get("upgrades"));
        return channel;
    }

    private static String upgraded(String query) {
        return query.replace("polling", "websocket");
    }

    final void assertEnded(String query) throws Exception {
        assertEquals(400, client.get(query).statusCode());
    }

    /** Waits until the server must have missed the client. */
    private static void assertSilenceEnds(CompletableFuture<?> end) throws Exception {
        end.get(INTERVAL.plus(TIMEOUT).toSeconds() + 10, TimeUnit.SECONDS);
    }

    @Test
    void handshake_overPolling_opensASession() throws Exception {
        HttpResponse<String> response = client.get(polling);
        assertEquals(200, response.statusCode());
        Map<String, Object> opening = opening(packet(response.body()));
        assertEquals(List.of("websocket"), opening.get("upgrades"));
        assertEquals(300, opening.get("pingInterval"));
        assertEquals(2000, opening.get("pingTimeout"));
        assertEquals(1_000_000, opening.get("maxPayload"));
        assertFalse(((String) opening.get("sid")).isEmpty());
    }

    @Test
    void handshake_overPolling_withAnInvalidTransport_fails() throws Exception {
        assertEquals(400, client.get(polling.replace("&transport=polling", "")).statusCode());
        assertEquals(400, client.get(polling.replace("polling", "abc")).statusCode());
    }

    @Test
    void handshake_overPolling_withAnInvalidMethod_fails() throws Exception {
        for (String method : List.of("POST", "PUT")) {
            assertEquals(
                    400, client.send(method, polling, BodyPublishers.noBody()).statusCode());
        }
    }

    @Test
    void handshake_overWebSocket_opensASession() throws Exception {
        Map<String, Object> opening = opening(client.webSocket(webSocket).next());
        assertEquals(List.of(), opening.get("upgrades"));
        assertEquals(300, opening.get("pingInterval"));
        assertEquals(2000, opening.get("pingTimeout"));
        assertEquals(1_000_000, opening.get("maxPayload"));
    }

    @Test
    void handshake_overWebSocket_withAnInvalidVersion_fails() {
        assertEquals(400, client.refusedWebSocket("transport=websocket"));
        assertEquals(400, client.refusedWebSocket("EIO=abc&transport=websocket"));
    }

    @Test
    void handshake_overWebSocket_withAnInvalidTransport_fails() {
        assertEquals(400, client.refusedWebSocket(webSocket.replace("&transport=websocket", "")));
        assertEquals(400, client.refusedWebSocket(webSocket.replace("websocket", "abc")));
    }

    @Test
    void message_overPolling_ofOnePacket_isEchoed() throws Exception {
        String query = open();
        assertEquals("200 ok", posted(query, payload("4hello")));
        assertEquals(payload("4hello"), client.get(query).body());
    }

    private String posted(String query, String body) throws Exception {
        HttpResponse<String> response = client.post(query, body);
        return response.statusCode() + " " + response.body();
    }

    @Test
    void message_overPolling_ofSeveralPackets_isEchoed() throws Exception {
        String query = open();
        assertEquals("200 ok", posted(query, payload("4test1", "4test2", "4test3")));
        assertEquals(payload("4test1", "4test2", "4test3"), client.get(query).body());
    }

    @Test
    void message_overPolling_ofTextAndBytes_isEchoed() throws Exception {
        String query = open();
        assertEquals("200 ok", posted(query, payload("4hello", bytesInPayload())));
        assertEquals(payload("4hello", bytesInPayload()), client.get(query).body());
    }

    @Test
    void message_overPolling_ofAnInvalidFormat_closesTheSession() throws Exception {
        String query = open();
        assertEquals(400, client.post(query, "abc").statusCode());
        assertEnded(query);
    }

    @Test
    void message_overWebSocket_ofText_isEchoed() throws Exception {
        EngineClient.Channel channel = openWebSocket();
        channel.send("4hello");
        assertEquals("4hello", ignoringPings(channel));
    }

    @Test
    void message_overWebSocket_ofBytes_isEchoed() throws Exception {
        EngineClient.Channel channel = client.webSocket(webSocket);
        channel.next();
        channel.send(bytesOnWebSocket());
        assertTrue(ignoringPings(channel).endsWith("01020304"));
    }

    private static String ignoringPings(EngineClient.Channel channel) throws InterruptedException {
        String message = channel.next();
        return message.equals("2") ? ignoringPings(channel) : message;
    }

    @Test
    void message_overWebSocket_ofAnInvalidFormat_closesTheSession() throws Exception {
        EngineClient.Channel channel = openWebSocket();
        channel.send("abc");
        assertTrue(ignoringPings(channel).startsWith("closed"));
    }

    /** Sends what keeps the session alive once, when it is due. */
    abstract void beat(String query) throws Exception;

    /** Does so over a WebSocket. */
    abstract void beat(EngineClient.Channel channel) throws Exception;

    @Test
    void heartbeat_overPolling_keepsTheSession() throws Exception {
        String query = open();
        for (int i = 0; i < 3; i++) {
            beat(query);
        }
        assertEquals("200 ok", posted(query, payload("4a")));
    }

    @Test
    void heartbeat_overPolling_thatStops_closesTheSession() throws Exception {
        String query = open();
        assertSilenceEnds(CompletableFuture.runAsync(() -> pollUntilTheEnd(query)));
    }

    /** Polls, as one must to be pinged, but answers nothing. */
    private void pollUntilTheEnd(String query) {
        while (client.getLater(query).join().statusCode() == 200) {
            Thread.onSpinWait();
        }
    }

    @Test
    void heartbeat_overWebSocket_keepsTheSession() throws Exception {
        EngineClient.Channel channel = openWebSocket();
        for (int i = 0; i < 3; i++) {
            beat(channel);
        }
        channel.send("4a");
        assertEquals("4a", ignoringPings(channel));
    }

    @Test
    void heartbeat_overWebSocket_thatStops_closesTheSession() throws Exception {
        EngineClient.Channel channel = openWebSocket();
        assertTrue(ignoringPings(channel).startsWith("closed"));
    }

    @Test
    void close_overPolling_endsTheSession() throws Exception {
        String query = open();
        CompletableFuture<HttpResponse<String>> poll = client.getLater(query);
        assertEquals("200 ok", posted(query, payload("1")));
        assertEquals(payload("6"), poll.get(10, TimeUnit.SECONDS).body());
        assertEnded(query);
    }

    @Test
    void close_overWebSocket_endsTheSession() throws Exception {
        EngineClient.Channel channel = openWebSocket();
        channel.send("1");
        assertTrue(ignoringPings(channel).startsWith("closed"));
    }

    private EngineClient.Channel upgrade(String query) throws Exception {
        EngineClient.Channel channel = client.webSocket(upgraded(query));
        channel.send("2probe");
        assertEquals("3probe", channel.next());
        channel.send("5");
        channel.send("4hello");
        assertEquals("4hello", ignoringPings(channel));
        return channel;
    }

    @Test
    void upgrade_movesTheSessionToAWebSocket() throws Exception {
        EngineClient.Channel channel = upgrade(open());
        channel.send("4again");
        assertEquals("4again", ignoringPings(channel));
    }

    @Test
    void upgrade_thatIsOver_refusesRequestsOfTheSameSid() throws Exception {
        String query = open();
        EngineClient.Channel channel = upgrade(query);
        assertEquals(400, client.get(query).statusCode());
        channel.send("4still here");
        assertEquals("4still here", ignoringPings(channel));
    }

    @Test
    void upgrade_thatIsOver_closesAnotherWebSocketOfTheSameSid() throws Exception {
        String query = open();
        EngineClient.Channel channel = upgrade(query);
        EngineClient.Channel second = client.webSocket(upgraded(query));
        assertTrue(second.next().startsWith("closed"));
        channel.send("4still here");
        assertEquals("4still here", ignoringPings(channel));
    }
}
