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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens at the edges: silent clients, slow readers, a server without WebSocket, the end of the application. */
class EngineLimitsOnTomcatTest {
    private static final WebOptions.Builder NO_CORS = WebOptions.builder();

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<EngineSocket> opened = new LinkedBlockingQueue<>();

    private EngineListener accept(EngineSocket socket, EngineHandshake handshake) {
        opened.add(socket);
        EngineListener echo = EngineTomcat.echo(socket);
        return new EngineListener() {
            @Override
            public void text(String message) {
                echo.text(message);
            }

            @Override
            public void binary(byte[] message) {
                echo.binary(message);
            }

            @Override
            public void closed(String reason) {
                ends.add(reason);
            }
        };
    }

    private String end() throws InterruptedException {
        return ends.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void silentClients_end() throws Exception {
        try (EngineTomcat tomcat =
                EngineTomcat.start(EngineTomcat.suiteOptions().build(), NO_CORS, this::accept)) {
            EngineClient client = new EngineClient(tomcat);
            EngineClient.Channel channel = client.webSocket(WEBSOCKET);
            assertTrue(channel.next().startsWith("0"));
            assertEquals("2", channel.next());
            channel.send("3");
            assertEquals("2", channel.next());
            assertEquals("closed: 1000", channel.next());
            assertEquals("ping timeout", end());
            String query = client.open();
            assertEquals("2", client.get(query).body());
            assertEquals("ping timeout", end());
            assertEquals(400, client.get(query).statusCode());
        }
    }

    @Test
    void slowReader_ends_andDisturbsNobody() throws Exception {
        EngineOptions options = EngineOptions.builder().maxQueueSize(1 << 20).build();
        try (EngineTomcat tomcat = EngineTomcat.start(options, NO_CORS, this::accept);
                Socket stalled = stalledWebSocket(tomcat)) {
            EngineSocket slow = opened.poll(10, TimeUnit.SECONDS);
            EngineClient.Channel other = new EngineClient(tomcat).webSocket(WEBSOCKET);
            other.next();
            Frame message = new Frame.Text("x".repeat(100_000));
            for (int i = 0; i < 1000 && ends.isEmpty(); i++) {
                slow.send(List.of(message));
                other.send("4" + i);
                assertEquals("4" + i, other.next());
            }
            assertEquals("slow consumer", end());
            assertTrue(stalled.isConnected());
        }
    }

    /** Opens a WebSocket, and reads no more than the answer's first bytes. */
    private static Socket stalledWebSocket(EngineTomcat tomcat) throws IOException {
        URI uri = URI.create(tomcat.url(WEBSOCKET));
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
        String request = "GET " + uri.getPath() + "?" + uri.getQuery() + " HTTP/1.1\r\nHost: 127.0.0.1:" + uri.getPort()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 101", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void serverWithoutWebSocket_polls() throws Exception {
        try (EngineTomcat tomcat = EngineTomcat.startWithoutWebSocket(this::accept)) {
            EngineClient client = new EngineClient(tomcat);
            assertTrue(client.get(POLLING).body().contains("\"upgrades\":[]"));
            assertEquals(400, client.refusedWebSocket(WEBSOCKET));
        }
    }

    @Test
    void stop_tellsEverybody() throws Exception {
        CompletableFuture<?> poll;
        try (EngineTomcat tomcat = EngineTomcat.start(EngineOptions.builder().build(), NO_CORS, this::accept)) {
            EngineClient client = new EngineClient(tomcat);
            client.webSocket(WEBSOCKET).next();
            poll = client.getLater(client.open());
        }
        assertEquals(Set.of("server shutting down"), new HashSet<>(List.of(end(), end())));
        poll.handle((answer, failure) -> true).get(10, TimeUnit.SECONDS);
    }
}
