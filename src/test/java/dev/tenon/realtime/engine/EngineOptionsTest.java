package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {
    @Test
    void defaults_areTheReferences() {
        EngineOptions options = EngineOptions.builder().build();
        assertEquals(Duration.ofSeconds(25), options.pingInterval());
        assertEquals(Duration.ofSeconds(20), options.pingTimeout());
        assertEquals(Duration.ofSeconds(10), options.upgradeTimeout());
        assertEquals(1_000_000, options.maxHttpBufferSize());
        assertEquals(Set.of("polling", "websocket"), options.transports());
    }

    @Test
    void wrongValues_areNamed() {
        assertWrong("pingInterval", builder -> builder.pingInterval(Duration.ZERO));
        assertWrong("pingTimeout", builder -> builder.pingTimeout(Duration.ofMillis(-1)));
        assertWrong("upgradeTimeout", builder -> builder.upgradeTimeout(Duration.ZERO));
        assertWrong("maxHttpBufferSize", builder -> builder.maxHttpBufferSize(0));
        assertWrong("maxQueueSize", builder -> builder.maxQueueSize(-1));
        assertWrong("maxQueueLength", builder -> builder.maxQueueLength(0));
        assertWrong("transports", builder -> builder.transports(List.of()));
        assertWrong("transports", builder -> builder.transports(List.of("polling", "carrier pigeon")));
    }

    @Test
    void pollingOnly_keepsTheRest() {
        EngineOptions options = EngineOptions.builder()
                .pingTimeout(Duration.ofSeconds(3))
                .build()
                .pollingOnly();
        assertEquals(Set.of("polling"), options.transports());
        assertEquals(Duration.ofSeconds(3), options.pingTimeout());
        assertEquals(List.of(), options.upgradesFrom("polling"));
    }

    private static void assertWrong(String option, Consumer<EngineOptions.Builder> change) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> change.accept(EngineOptions.builder()));
        assertTrue(wrong.getMessage().startsWith(option + ": "), wrong.getMessage());
    }
}
