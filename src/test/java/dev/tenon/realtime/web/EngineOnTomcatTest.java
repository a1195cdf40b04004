package dev.tenon.realtime.web;

import static dev.tenon.realtime.web.EngineClient.POLLING;
import static dev.tenon.realtime.web.EngineClient.WEBSOCKET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol over the wire of a real server: polling, WebSocket, and the way from one to the other. */
class EngineOnTomcatTest {
    private static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();
    private static final BlockingQueue<EngineHandshake> HANDSHAKES = new LinkedBlockingQueue<>();
    private static EngineTomcat tomcat;
    private static EngineClient client;

    @BeforeAll
    static void start() throws Exception {
        EngineOptions options =
                EngineOptions.builder().maxHttpBufferSize(200_000).build();
        tomcat = EngineTomcat.start(
                options, WebOptions.builder().corsOrigin(List.of("https://friend.com")), EngineOnTomcatTest::accept);
        client = new EngineClient(tomcat);
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.close();
    }

    /** Echoes, and does as it is told: {@code repeat 1000} answers a message of a thousand characters, {@code close} closes. */
    private static EngineListener accept(EngineSocket socket, EngineHandshake handshake) {
        HANDSHAKES.add(handshake);
        EngineListener echo = EngineTomcat.echo(socket);
        return new EngineListener() {
            @Override
            public void text(String message) {
                if (message.startsWith("repeat ")) {
                    String large = "é".repeat(Integer.parseInt(message.substring(7)));
                    socket.send(List.of(new Frame.Text(large)));
                } else if (message.equals("close")) {
                    socket.close();
                } else {
                    echo.text(message);
                }
            }

            @Override
            public void binary(byte[] message) {
                echo.binary(message);
            }

            @Override
            public void closed(String reason) {
                ENDS.add(reason);
            }
        };
    }

    private static String end() throws InterruptedException {
        return ENDS.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void polling_opens() throws Exception {
        HttpResponse<String> open = client.get(POLLING);
        assertEquals(200, open.statusCode());
        assertTrue(open.body().startsWith("0{\"sid\":\""), open.body());
        assertTrue(open.body().endsWith("\"maxPayload\":200000}"), open.body());
        assertEquals(Optional.of("no-store"), open.headers().firstValue("Cache-Control"));
    }

    @Test
    void polling_echoes() throws Exception {
        String query = client.open();
        assertEquals("ok", client.post(query, "4请填写\u001ebAQIDBA==").body());
        HttpResponse<String> poll = client.get(query);
        assertEquals("4请填写\u001ebAQIDBA==", poll.body());
        assertEquals(
                Optional.of("text/plain;charset=utf-8"),
                poll.headers().firstValue("Content-Type").map(type -> type.replace(" ", "")
                        .replace("UTF", "utf")));
    }

    @Test
    void poll_waitsForItsMessage() throws Exception {
        String query = client.open();
        CompletableFuture<HttpResponse<String>> poll = client.getLater(query);
        client.post(query, "4hello");
        assertEquals("4hello", poll.get(10, TimeUnit.SECONDS).body());
    }

    @Test
    void poll_answersMoreThanTheBufferOfTheServer() throws Exception {
        String query = client.open();
        CompletableFuture<HttpResponse<String>> poll = client.getLater(query);
        client.post(query, "4repeat 1000000");
        assertEquals("4" + "é".repeat(1_000_000), poll.get(10, TimeUnit.SECONDS).body());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, EIO=4, 0",
        "GET, EIO=4&transport=polling&sid=guess, 1",
        "POST, EIO=4&transport=polling, 2",
        "PUT, EIO=4&transport=polling, 2",
        "DELETE, EIO=4&transport=polling, 2",
        "PATCH, EIO=4&transport=polling, 2",
        "GET, EIO=4&transport=websocket, 3",
        "GET, EIO=5&transport=polling, 5",
    })
    void wrongRequest_isRefused(String method, String query, int code) throws Exception {
        HttpResponse<String> refused = client.send(method, query, BodyPublishers.ofString("4a"));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().startsWith("{\"code\":" + code + ",\"message\":"), refused.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void wrongMethod_ofASession_isRefused(String method) throws Exception {
        assertEquals(
                400,
                client.send(method, client.open(), BodyPublishers.ofString("4a"))
                        .statusCode());
    }

    @Test
    void largeBody_isRefused_andTheSessionLives() throws Exception {
        String query = client.open();
        byte[] large = new byte[200_001];
        assertEquals(
                413,
                client.send("POST", query, BodyPublishers.ofByteArray(large)).statusCode());
        assertEquals(
                413,
                client.send("POST", query, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .statusCode());
        assertEquals(200, client.post(query, "4a").statusCode());
    }

    @Test
    void bytes_areNotPosted() throws Exception {
        assertEquals(
                400,
                client.post(client.open(), "4a", "Content-Type", "application/octet-stream")
                        .statusCode());
    }

    @Test
    void sessionOfOneCookie_isClosedToAnother() throws Exception {
        String query = client.open("Cookie", "JSESSIONID=alice");
        String upgrade = query.replace("polling", "websocket");
        assertEquals(400, client.post(query, "4a").statusCode());
        assertEquals(
                400, client.post(query, "4a", "Cookie", "JSESSIONID=mallory").statusCode());
        assertEquals(400, client.refusedWebSocket(upgrade, "Cookie", "JSESSIONID=mallory"));
        assertEquals(200, client.post(query, "4a", "Cookie", "JSESSIONID=alice").statusCode());
        EngineClient.Channel channel = client.webSocket(upgrade, "Cookie", "JSESSIONID=alice");
        channel.send("2probe");
        assertEquals("3probe", channel.next());
    }

    @Test
    void cors_allowsTheNamedOrigin() throws Exception {
        HttpResponse<String> friend = client.get(POLLING, "Origin", "https://friend.com");
        assertEquals(Optional.of("https://friend.com"), friend.headers().firstValue("Access-Control-Allow-Origin"));
        assertEquals(Optional.of("true"), friend.headers().firstValue("Access-Control-Allow-Credentials"));
        HttpResponse<String> stranger = client.get(POLLING, "Origin", "https://evil.com");
        assertEquals(Optional.empty(), stranger.headers().firstValue("Access-Control-Allow-Origin"));
    }

    @Test
    void preflight_isAnswered() throws Exception {
        HttpResponse<String> preflight = client.send(
                "OPTIONS",
                POLLING,
                BodyPublishers.noBody(),
                "Origin",
                "https://friend.com",
                "Access-Control-Request-Headers",
                "x-token");
        assertEquals(204, preflight.statusCode());
        assertEquals(Optional.of("GET, POST"), preflight.headers().firstValue("Access-Control-Allow-Methods"));
        assertEquals(Optional.of("x-token"), preflight.headers().firstValue("Access-Control-Allow-Headers"));
    }

    @Test
    void webSocket_echoes() throws Exception {
        EngineClient.Channel channel = client.webSocket(WEBSOCKET);
        assertTrue(channel.next().startsWith("0{"));
        channel.send("4请填写");
        assertEquals("4请填写", channel.next());
        channel.send(new byte[] {1, 2, 3, 4});
        assertEquals("0x01020304", channel.next());
        channel.close();
    }

    @Test
    void webSocket_takesMessagesInParts_upToTheLimit() throws Exception {
        EngineClient.Channel channel = client.webSocket(WEBSOCKET);
        channel.next();
        String large = "4" + "é".repeat(99_999);
        channel.send(large);
        assertEquals(large, channel.next());
        channel.send(large + "é");
        assertEquals("closed: 1009", channel.next());
    }

    @Test
    void webSocket_ofWrongRequest_isRefused() {
        assertEquals(400, client.refusedWebSocket("EIO=3&transport=websocket"));
        assertEquals(400, client.refusedWebSocket("EIO=4&transport=abc"));
        assertEquals(400, client.refusedWebSocket(POLLING));
        assertEquals(400, client.refusedWebSocket(WEBSOCKET + "&sid=guess"));
    }

    @Test
    void webSocket_ofForeignPage_isRefused() throws Exception {
        assertEquals(403, client.refusedWebSocket(WEBSOCKET, "Origin", "https://evil.com"));
        client.webSocket(WEBSOCKET, "Origin", "https://friend.com").next();
        String own = tomcat.url("").replace("/engine.io/?", "");
        client.webSocket(WEBSOCKET, "Origin", own).next();
    }

    @Test
    void webSocket_knowsItsRequest() throws Exception {
        HANDSHAKES.clear();
        client.webSocket(WEBSOCKET + "&name=%E8%AF%B7", "Cookie", "JSESSIONID=alice", "X-Token", "t")
                .next();
        EngineHandshake handshake = HANDSHAKES.poll(10, TimeUnit.SECONDS);
        assertEquals(List.of("请"), handshake.query().get("name"));
        assertEquals(List.of("t"), handshake.headers().get("x-token"));
        assertEquals("/engine.io/?" + WEBSOCKET + "&name=%E8%AF%B7", handshake.url());
        assertEquals("127.0.0.1", handshake.address());
        assertTrue(handshake.owner().isPresent());
    }

    @Test
    void upgrade_keepsTheSession() throws Exception {
        String query = client.open();
        CompletableFuture<HttpResponse<String>> poll = client.getLater(query);
        EngineClient.Channel channel = client.webSocket(query.replace("polling", "websocket"));
        channel.send("2probe");
        assertEquals("3probe", channel.next());
        assertEquals("6", poll.get(10, TimeUnit.SECONDS).body());
        channel.send("5");
        channel.send("4hello");
        assertEquals("4hello", channel.next());
        assertEquals(400, client.get(query).statusCode());
        EngineClient.Channel second = client.webSocket(query.replace("polling", "websocket"));
        assertEquals("closed: 1000", second.next());
    }

    @Test
    void ends_areToldWithTheirReason() throws Exception {
        ENDS.clear();
        String query = client.open();
        client.post(query, "abc");
        assertEquals("parse error", end());
        client.post(client.open(), "1");
        assertEquals("transport close", end());
        EngineClient.Channel closing = client.webSocket(WEBSOCKET);
        closing.next();
        closing.close();
        assertEquals("transport close", end());
        EngineClient.Channel breaking = client.webSocket(WEBSOCKET);
        breaking.next();
        breaking.abort();
        assertEquals("transport close", end());
        EngineClient.Channel closed = client.webSocket(WEBSOCKET);
        closed.next();
        closed.send("4close");
        assertEquals("closed: 1000", closed.next());
        assertEquals("forced close", end());
    }
}
