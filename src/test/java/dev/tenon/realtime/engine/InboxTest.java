package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Queue<Runnable> executed = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Inbox inbox = new Inbox(executed::add, 100);

    @Test
    void messages_beforeTheListener_waitForIt() {
        inbox.text("a");
        inbox.start(new Listener());
        inbox.text("b");
        assertEquals(List.of("a", "b"), heard);
    }

    @Test
    void message_whileOneIsDelivered_comesAfterIt() {
        inbox.start(new Listener() {
            @Override
            public void text(String message) {
                if (message.equals("first")) {
                    inbox.text("second");
                }
                super.text(message);
            }
        });
        inbox.text("first");
        assertEquals(List.of("first", "second"), heard);
    }

    @Test
    void end_isToldByTheExecutor_once_andLast() {
        inbox.start(new Listener());
        inbox.end("reason");
        inbox.end("another");
        inbox.text("late");
        assertEquals(List.of(), heard);
        executed.remove().run();
        assertEquals(List.of("closed: reason"), heard);
        assertTrue(executed.isEmpty());
    }

    @Test
    void end_afterWhatArrived_isToldAfterIt() {
        inbox.text("a");
        inbox.end("reason");
        inbox.start(new Listener());
        assertEquals(List.of("a", "closed: reason"), heard);
    }

    @Test
    void listener_thatFails_hearsTheRest() {
        inbox.start(new Listener() {
            @Override
            public void text(String message) {
                super.text(message);
                throw new AssertionError("a fault of the application");
            }
        });
        inbox.text("a");
        inbox.text("b");
        assertEquals(List.of("a", "b"), heard);
    }

    @Test
    void whatWaitsForASlowListener_isBounded() {
        assertTrue(inbox.text("1234567890"));
        assertTrue(inbox.binary(new byte[10]));
        assertFalse(inbox.text("1234567890"));
    }

    @Test
    void emptyMessages_fillTheInbox_too() {
        assertTrue(IntStream.range(0, 100).anyMatch(i -> !inbox.text("")));
    }

    @Test
    void task_whileAMessageIsDelivered_waitsForItsTurn() {
        inbox.start(new Listener() {
            @Override
            public void text(String message) {
                inbox.task(() -> heard.add("task"));
                super.text(message);
            }
        });
        inbox.text("a");
        assertEquals(List.of("a", "task"), heard);
    }

    @Test
    void message_whileATaskRuns_waitsForItsTurn() {
        inbox.start(new Listener());
        inbox.task(() -> {
            inbox.text("a");
            heard.add("task");
        });
        assertEquals(List.of("task", "a"), heard);
    }

    private class Listener implements EngineListener {
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
    }
}
