package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A poll that keeps its answer: the payload, as hexadecimal digits if it is bytes, or the error. */
final class FakePoll implements PollExchange {
    private String answer;
    private Runnable whenAnswered = () -> {};

    String answer() {
        return answer;
    }

    /** Does something while it is answered, as another thread may. */
    void whenAnswered(Runnable action) {
        whenAnswered = action;
    }

    @Override
    public void answer(byte[] payload, boolean text, boolean compress) {
        keep(
                text
                        ? new String(payload, StandardCharsets.UTF_8)
                        : "0x" + HexFormat.of().formatHex(payload));
    }

    @Override
    public void refuse(EngineError error) {
        keep(error.toString());
    }

    private void keep(String text) {
        assertNull(answer, "answered twice");
        answer = text;
        whenAnswered.run();
    }
}
