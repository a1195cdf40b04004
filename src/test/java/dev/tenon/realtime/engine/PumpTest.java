package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PumpTest {
    private final Queue<Runnable> source = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();
    private final Pump pump = new Pump(new Object(), source::poll);

    @Test
    void write_thatLeadsToAnother_doesNotRecur() {
        source.add(() -> {
            source.add(() -> written.add("second"));
            pump.run();
            written.add("first");
        });
        pump.run();
        assertEquals(List.of("first", "second"), written);
    }

    @Test
    void write_thatFails_doesNotMakeTheSessionMute() {
        source.add(() -> {
            throw new IllegalStateException("the container is gone");
        });
        source.add(() -> written.add("next"));
        assertThrows(IllegalStateException.class, pump::run);
        pump.run();
        assertEquals(List.of("next"), written);
    }
}
