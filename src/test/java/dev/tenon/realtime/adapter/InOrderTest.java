package dev.tenon.realtime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<Runnable> handedOver = new ArrayList<>();
    private final InOrder inOrder = new InOrder(handedOver::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void tasks_runOneAfterTheOther_inOneGo() {
        inOrder.execute(() -> {
            inOrder.execute(() -> done.add("second"));
            done.add("first");
        });
        assertEquals(1, handedOver.size());
        handedOver.get(0).run();
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void taskThatThrowsAnError_holdsNothingUp() {
        inOrder.execute(() -> {
            throw new NoClassDefFoundError("of the test");
        });
        inOrder.execute(() -> done.add("behind"));
        handedOver.get(0).run();
        inOrder.execute(() -> done.add("later"));
        handedOver.get(1).run();
        assertEquals(List.of("behind", "later"), done);
    }
}
