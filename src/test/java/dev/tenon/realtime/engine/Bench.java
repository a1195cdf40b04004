package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server with a fake clock, whose listeners keep what they hear. */
final class Bench {
    static final Duration INTERVAL = Duration.ofSeconds(25);
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    final FakeTimer timer = new FakeTimer();
    final List<String> heard = new ArrayList<>();
    final EngineServer server;
    EngineSocket socket;

    Bench() {
        this(EngineOptions.builder().build());
    }

    Bench(EngineOptions options) {
        server = new EngineServer(options, timer, Runnable::run, this::accept, timer::nanoTime);
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
            public void closed(String reason) {
                heard.add("closed: " + reason);
            }
        };
    }

    /** Opens a session that polls; it is {@link #socket} afterwards. */
    Bench opened() {
        server.get(FakeRequest.get("EIO=4&transport=polling"), new FakePoll());
        return this;
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

    record FakeBody(String text) implements PostBody {
        @Override
        public boolean isText() {
            return true;
        }

        @Override
        public Optional<String> read(int maxBytes) {
            return Optional.of(text).filter(body -> body.length() <= maxBytes);
        }
    }
}
