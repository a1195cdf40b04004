package dev.tenon.realtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket that speaks the wire format by hand: texts as they are, bytes as their numbers, the end as {@code closed}. Answers pings. */
public final class WireSocket implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket webSocket;

    /**
     * Connects.
     *
     * @param uri begins with {@code http}
     * @param headers names and values
     */
    public WireSocket(HttpClient http, URI uri, String... headers) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        webSocket = builder.buildAsync(URI.create(uri.toString().replaceFirst("http", "ws")), this)
                .join();
    }

    public WireSocket send(String... texts) {
        for (String text : texts) {
            webSocket.sendText(text, true).join();
        }
        return this;
    }

    public WireSocket sendBytes(byte... bytes) {
        webSocket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** Returns the next message; null if none comes within ten seconds. */
    public String next() throws InterruptedException {
        return messages.poll(10, TimeUnit.SECONDS);
    }

    public void close() {
        webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(partial.toString());
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        messages.add(Arrays.toString(bytes));
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        messages.add("closed");
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        messages.add("closed");
    }
}
