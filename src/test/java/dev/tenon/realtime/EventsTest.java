package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Events and acks in both directions. */
class EventsTest extends RealtimeFixture {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Args> heard = new ArrayList<>();

    EventsTest() {
        io.onConnection(socket -> socket.on("message", heard::add));
    }

    @Test
    void event_runsItsHandlersInOrder() {
        List<String> order = new ArrayList<>();
        io.onConnection(socket ->
                socket.on("x", args -> order.add("1 " + args.text(0))).on("x", args -> order.add("2 " + args.text(0))));
        connected().sends("2[\"x\",\"a\"]", "2[\"y\"]", "2[\"x\",\"b\"]");
        assertEquals(List.of("1 a", "2 a", "1 b", "2 b"), order);
    }

    @Test
    void args_areTyped() {
        connected().sends("2[\"message\",\"t\",12,1.5,true,{\"k\":[1]},[2],null]");
        Args args = heard.get(0);
        assertEquals(7, args.size());
        assertEquals("t", args.text(0));
        assertEquals(12, args.integer(1));
        assertEquals(1.5, args.number(2));
        assertTrue(args.flag(3));
        assertEquals(Map.of("k", List.of(1)), args.map(4));
        assertEquals(List.of(2), args.list(5));
        assertEquals(null, args.get(6));
        assertEquals(null, args.get(7));
        assertFalse(args.hasAck());
    }

    @Test
    void argument_ofAnotherType_refusesTheEventOnly() {
        List<Integer> next = new ArrayList<>();
        io.onConnection(socket -> socket.on("strict", args -> args.text(0)).on("strict", args -> next.add(1)));
        FakeClient client = connected().sends("2[\"strict\",{}]", "2[\"message\",1]");
        assertFalse(client.isClosed());
        assertEquals(1, next.size());
        Args args = heard.get(0);
        ArgumentException e = assertThrows(ArgumentException.class, () -> args.text(0));
        assertEquals("argument 0 of 'message' is not a text", e.getMessage());
        assertEquals(400, e.problem().status());
        assertThrows(ArgumentException.class, () -> args.bytes(0));
        assertThrows(ArgumentException.class, () -> args.integer(1));
    }

    @Test
    void number_thatIsNotWhole_isNoInteger() {
        connected().sends("2[\"message\",1.5,1e3,99999999999999999999]");
        Args args = heard.get(0);
        assertThrows(ArgumentException.class, () -> args.integer(0));
        assertEquals(1000, args.integer(1));
        assertThrows(ArgumentException.class, () -> args.integer(2));
    }

    @Test
    void handler_thatThrows_endsNothing() {
        io.onConnection(socket -> socket.on("bug", args -> {
            throw new IllegalStateException("bug in the application");
        }));
        FakeClient client = connected().sends("2[\"bug\"]", "2[\"message\"]");
        assertEquals(1, heard.size());
        assertFalse(client.isClosed());
    }

    @Test
    void bytes_comeAndGoAnywhere() {
        FakeClient client = connected()
                .sends("51-[\"message\",{\"in\":{\"_placeholder\":true,\"num\":0}}]")
                .sendsBytes((byte) 1, (byte) 2);
        byte[] bytes = (byte[]) heard.get(0).map(0).get("in");
        assertArrayEquals(new byte[] {1, 2}, bytes);
        lastSocket().emit("back", Map.of("in", bytes));
        assertEquals(List.of("51-[\"back\",{\"in\":{\"_placeholder\":true,\"num\":0}}]", "[1, 2]"), client.received());
        assertEquals(2, client.lastFrames().size());
    }

    @Test
    void ack_isSentOnce() {
        FakeClient client = connected().sends("2456[\"message\",1]");
        assertTrue(heard.get(0).hasAck());
        heard.get(0).ack(1, "2", null);
        heard.get(0).ack("again");
        assertFalse(heard.get(0).hasAck());
        assertEquals(List.of("3456[1,\"2\",null]"), client.received());
    }

    @Test
    void ack_nobodyAskedFor_isNotSent() {
        FakeClient client = connected().sends("2[\"message\",1]");
        heard.get(0).ack(1);
        assertEquals(List.of(), client.received());
    }

    @Test
    void ack_afterTheEnd_isNotSent() {
        FakeClient client = connected().sends("21[\"message\",1]", "1");
        heard.get(0).ack(1);
        assertEquals(List.of(), client.received());
    }

    @Test
    void emitWithAck_isAnsweredByTheClient() {
        FakeClient client = connected();
        List<Long> answers = new ArrayList<>();
        lastSocket().timeout(SECOND).emitWithAck("q", 1).thenAccept(args -> answers.add(args.integer(0)));
        lastSocket().timeout(SECOND).emitWithAck("q", 2).thenAccept(args -> answers.add(args.integer(0)));
        assertEquals(List.of("20[\"q\",1]", "21[\"q\",2]"), client.received());
        client.sends("31[20]", "30[10]", "30[11]", "399[1]");
        assertEquals(List.of(20L, 10L), answers);
        assertEquals(0, timer.waiting());
        assertFalse(client.isClosed());
    }

    @Test
    void emitWithAck_failsWhenNoAnswerCame() {
        FakeClient client = connected();
        CompletableFuture<Args> answer =
                lastSocket().timeout(SECOND).emitWithAck("q").toCompletableFuture();
        timer.pass(Duration.ofMillis(999));
        assertFalse(answer.isDone());
        timer.pass(Duration.ofMillis(1));
        assertTimedOut(answer);
        client.sends("30[1]");
        assertFalse(client.isClosed());
    }

    @Test
    void emitWithAck_failsWhenTheClientGoes() {
        FakeClient client = connected();
        CompletableFuture<Args> before =
                lastSocket().timeout(SECOND).emitWithAck("q").toCompletableFuture();
        client.goes("transport close");
        assertTimedOut(before);
        assertTimedOut(lastSocket().timeout(SECOND).emitWithAck("q").toCompletableFuture());
        assertEquals(0, timer.waiting());
    }

    @Test
    void emitWithAck_withoutTime_isRefused() {
        connected();
        assertThrows(IllegalArgumentException.class, () -> lastSocket().timeout(Duration.ZERO));
    }

    @Test
    void volatileEvent_isLostForAClientThatIsBusy() {
        FakeClient client = connected();
        lastSocket().asVolatile().emit("a");
        client.stalls();
        lastSocket().asVolatile().timeout(SECOND).compress(false).emit("b");
        lastSocket().compress(false).emit("c");
        assertEquals(List.of("2[\"a\"]", "2[\"c\"]"), client.received());
        assertFalse(client.lastFrames().get(0).compress());
    }

    @Test
    void argumentWithoutJsonForm_leavesNobodyWaiting() {
        connected();
        assertThrows(
                IllegalArgumentException.class,
                () -> lastSocket().timeout(SECOND).emitWithAck("q", new Thread()));
        assertEquals(0, timer.waiting());
    }

    @Test
    void reservedNames_areRefused() {
        connected();
        assertThrows(IllegalArgumentException.class, () -> lastSocket().emit("disconnect"));
        assertThrows(IllegalArgumentException.class, () -> lastSocket().on("disconnect", args -> {}));
        assertThrows(
                IllegalArgumentException.class,
                () -> lastSocket().timeout(SECOND).emitWithAck("connect"));
        assertThrows(IllegalArgumentException.class, () -> io.emit("connect_error"));
    }

    private static void assertTimedOut(CompletableFuture<Args> answer) {
        CompletionException e = assertThrows(CompletionException.class, answer::join);
        assertInstanceOf(TimeoutException.class, e.getCause());
    }
}
