package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the protocol with the JDK's own HTTP and WebSocket. */
final class EngineClient {
    static final String POLLING = "EIO=4&transport=polling";
    static final String WEBSOCKET = "EIO=4&transport=websocket";
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final EngineTomcat server;

    EngineClient(EngineTomcat server) {
        this.server = server;
    }

    /** Opens a session that polls, and returns the query of its further requests. */
    String open(String... headers) throws IOException, InterruptedException {
        Matcher sid = SID.matcher(get(POLLING, headers).body());
        assertTrue(sid.find(), "no sid");
        return POLLING + "&sid=" + sid.group(1);
    }

    HttpResponse<String> get(String query, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(query, headers).build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> getBytes(String query, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(query, headers).build(), BodyHandlers.ofByteArray());
    }

    /** Asks for a file of the client. */
    HttpResponse<String> file(String name, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at("/engine.io/" + name)));
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getLater(String query) {
        return HTTP.sendAsync(request(query).build(), BodyHandlers.ofString());
    }

    /** Waits until a request has surely arrived that must not be answered yet: one that comes later is answered first. */
    void expectNothing(CompletableFuture<HttpResponse<String>> waiting) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            get(POLLING);
        }
        assertFalse(waiting.isDone());
    }

    HttpResponse<String> post(String query, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", query, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> send(String method, String query, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return HTTP.send(request(query, headers).method(method, body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String query, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(query)));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Opens a WebSocket. */
    Channel webSocket(String query, String... headers) {
        return webSocketAt("/engine.io/?" + query, headers);
    }

    Channel webSocketAt(String path, String... headers) {
        Channel channel = new Channel();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        channel.socket = builder.buildAsync(URI.create("ws" + server.at(path).substring(4)), channel)
                .join();
        return channel;
    }

    /** Returns the answer to an upgrade that is refused. */
    int refusedWebSocket(String query, String... headers) {
        try {
            webSocket(query, headers);
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
        throw new AssertionError("the WebSocket was opened");
    }

    /** A WebSocket that keeps what it receives; its end is the message {@code closed: } and the code. */
    static final class Channel implements WebSocket.Listener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;

        String next() throws InterruptedException {
            String message = received.poll(10, TimeUnit.SECONDS);
            assertNotNull(message, "nothing came");
            return message;
        }

        void send(String message) {
            socket.sendText(message, true).join();
        }

        void send(byte... message) {
            socket.sendBinary(ByteBuffer.wrap(message), true).join();
        }

        void close() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }

        void abort() {
            socket.abort();
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            received.add("0x" + HexFormat.of().formatHex(bytes));
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            received.add("closed: " + statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            received.add("failed: " + error);
        }
    }
}
