package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;

/** A poll that keeps its answer: the payload, or the error. */
final class FakePoll implements PollExchange {
    private String answer;

    String answer() {
        return answer;
    }

    @Override
    public void answer(byte[] payload) {
        keep(new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void refuse(EngineError error) {
        keep(error.toString());
    }

    private void keep(String text) {
        assertNull(answer, "answered twice");
        answer = text;
    }
}
