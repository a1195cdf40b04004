package dev.tenon.realtime.engine;

import dev.tenon.realtime.Mutator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.AssertionFailedError;

/**
 * Feeds sessions of both versions what mutations made of good payloads and messages. A POST may be answered by 200 or 400, and a session goes on
 * or ends for a reason of the protocol; nothing is ever thrown.
 */
final class EngineFuzz {
    private static final Set<String> REASONS = Set.of(
            "closed: parse error", "closed: transport error", "closed: transport close", "closed: slow consumer");
    private static final List<String> PAYLOADS = List.of(
            "4hello",
            "3",
            "4a\u001e4b\u001ebAQID",
            "bAQIDBA==",
            "1",
            "6",
            "5",
            "2probe",
            "4\u00e9\u001e3\u001e4\ud83d\ude00");
    private static final List<String> PAYLOADS_3 =
            List.of("6:4hello", "1:2", "2:4a2:4b", "10:b4AQIDBA==", "1:1", "3:4\u00e9a");
    private static final List<byte[]> BINARY_3 =
            List.of(new byte[] {0, 6, -1, '4', 'h', 'e', 'l', 'l', 'o'}, new byte[] {1, 3, -1, 4, 1, 2, 0, 1, -1, '2'});

    private final Mutator mutator;
    private String input = "";
    private int messages;

    EngineFuzz(long seed) {
        mutator = new Mutator(seed);
    }

    /** Returns how many messages reached a listener in this time, so that a run that refuses everything is noticed. */
    int run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            boolean old = mutator.sometimes(2);
            Bench bench = new Bench(EngineOptions.builder().allowEIO3(true).build());
            try {
                attack(bench, old);
                check(bench);
            } catch (RuntimeException | Error | IOException fault) {
                throw new AssertionFailedError("version " + (old ? 3 : 4) + ": " + input, fault);
            }
        }
        return messages;
    }

    private void attack(Bench bench, boolean old) throws IOException {
        if (mutator.sometimes(2)) {
            post(bench, old);
        } else {
            message(bench, old);
        }
    }

    private void post(Bench bench, boolean old) throws IOException {
        bench.open("EIO=" + (old ? 3 : 4) + "&transport=polling");
        boolean text = !old || mutator.sometimes(2);
        byte[] body = text
                ? mutator.text(mutator.pick(old ? PAYLOADS_3 : PAYLOADS)).getBytes(StandardCharsets.UTF_8)
                : mutator.bytes(mutator.pick(BINARY_3));
        input = new String(body, StandardCharsets.ISO_8859_1);
        int status = bench.post(new Body(text, input));
        if (status != 200 && status != 400) {
            throw new IllegalStateException("status " + status);
        }
    }

    private void message(Bench bench, boolean old) {
        WebSocketReceiver receiver = mutator.sometimes(3)
                ? bench.opened().upgradeTo(FakeWebSocket.fast())
                : bench.server
                        .webSocket(
                                FakeRequest.webSocket("EIO=" + (old ? 3 : 4) + "&transport=websocket"),
                                FakeWebSocket.fast())
                        .orElseThrow();
        for (int i = 0; i < 3; i++) {
            input = mutator.sometimes(3) ? mutator.pick(PAYLOADS) : mutator.text(mutator.pick(PAYLOADS));
            if (mutator.sometimes(3)) {
                receiver.binary(mutator.bytes(input.getBytes(StandardCharsets.UTF_8)));
            } else {
                receiver.text(input);
            }
        }
    }

    private void check(Bench bench) {
        for (String heard : bench.heard) {
            if (heard.startsWith("closed: ") && !REASONS.contains(heard)) {
                throw new IllegalStateException(heard);
            }
        }
        messages += bench.heard.size();
    }

    private record Body(boolean isText, String bytes) implements PostBody {
        @Override
        public Optional<byte[]> read(int maxBytes) {
            return Optional.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
