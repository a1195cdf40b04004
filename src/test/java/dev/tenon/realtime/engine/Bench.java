package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.Counter;
import dev.tenon.kernel.Meters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A server with a fake clock, whose listeners keep what they hear. */
final class Bench {
    static final Duration INTERVAL = Duration.ofSeconds(25);
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    final FakeTimer timer = new FakeTimer();
    final List<String> heard = new ArrayList<>();
    final Counter dropped = new Meters().counter("dropped", "messages");
    final EngineServer server;
    EngineSocket socket;

    Bench() {
        this(EngineOptions.builder().build());
    }

    Bench(EngineOptions options) {
        server = new EngineServer(options, timer, Runnable::run, this::accept, dropped, timer::nanoTime);
    }

    private EngineListener accept(EngineSocket opened, EngineHandshake handshake) {
        socket = opened;
        return new EngineListener() {
            @Override
            public void text(String message) {
                heard.add(message);
            }

            @Override
            public void binary(byte[] message) {
                heard.add(message.length + " bytes");
            }

            @Override
            public void owned(Object owner) {
                heard.add("owned: " + owner);
            }

            @Override
            public void closed(String reason) {
                heard.add("closed: " + reason);
            }
        };
    }

    /** Opens a session that polls; it is {@link #socket} afterwards. */
    Bench opened() {
        open("EIO=4&transport=polling");
        return this;
    }

    FakePoll open(String query) {
        FakePoll poll = new FakePoll();
        server.get(FakeRequest.get(query), poll);
        return poll;
    }

    FakePoll poll() {
        FakePoll poll = new FakePoll();
        Optional<EngineError> error = server.verify(again());
        error.ifPresentOrElse(poll::refuse, () -> server.get(again(), poll));
        return poll;
    }

    int post(String body) {
        return post(new FakeBody(body));
    }

    int post(PostBody body) {
        FakeRequest request = again().with("POST");
        try {
            return server.verify(request).isPresent() ? 400 : server.post(request, body);
        } catch (IOException e) {
            return 0;
        }
    }

    WebSocketReceiver openOn(FakeWebSocket webSocket) {
        return server.webSocket(FakeRequest.webSocket("EIO=4&transport=websocket"), webSocket)
                .orElseThrow();
    }

    WebSocketReceiver upgradeTo(FakeWebSocket webSocket) {
        return server.webSocket(FakeRequest.webSocket("EIO=4&transport=websocket&sid=" + socket.sid()), webSocket)
                .orElseThrow();
    }

    FakeRequest again() {
        return FakeRequest.get("EIO=4&transport=polling&sid=" + socket.sid());
    }

    void send(String text) {
        socket.send(List.of(new Frame.Text(text)));
    }

    void assertHeard(String... messages) {
        assertEquals(List.of(messages), heard);
    }

    /** A body; its text is bytes in hexadecimal digits if it begins with {@code 0x}. */
    record FakeBody(String text) implements PostBody {
        @Override
        public boolean isText() {
            return !text.startsWith("0x");
        }

        @Override
        public Optional<byte[]> read(int maxBytes) {
            byte[] bytes = isText()
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : HexFormat.of().parseHex(text, 2, text.length());
            return Optional.of(bytes).filter(body -> body.length <= maxBytes);
        }
    }
}
