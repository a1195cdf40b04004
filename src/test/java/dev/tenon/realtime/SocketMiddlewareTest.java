package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands between an event and its handlers: middleware of the socket, catch-all listeners, refusals. */
class SocketMiddlewareTest extends RealtimeFixture {
    private final List<String> heard = new ArrayList<>();
    private final List<Next> later = new ArrayList<>();

    private Socket socket;

    private FakeClient client() {
        FakeClient client = connected();
        socket = lastSocket();
        socket.on("a", args -> heard.add("a" + args.integer(0)));
        socket.onError((error, event) -> heard.add(event.event() + ": " + error.getMessage()));
        return client;
    }

    @Test
    void steps_runInOrderBeforeTheHandlers() {
        FakeClient client = client();
        socket.use((event, next) -> {
            heard.add("first " + event.event());
            next.run();
            next.run();
        });
        socket.use((event, next) -> {
            heard.add("second " + event.integer(0));
            next.run();
        });
        client.sends("2[\"a\",1]", "2[\"a\",2]");
        assertEquals(List.of("first a", "second 1", "a1", "first a", "second 2", "a2"), heard);
    }

    @Test
    void refusal_reachesTheErrorListenerAndNoHandler() {
        FakeClient client = client();
        List<Object> data = new ArrayList<>();
        socket.onError((error, event) ->
                data.add(assertInstanceOf(RefusedException.class, error).data()));
        socket.use((event, next) -> next.refuse("too many", 7));
        client.sends("21[\"a\",1]");
        assertEquals(List.of("a: too many"), heard);
        assertEquals(List.of(7), data);
        assertEquals(List.of(), client.received());
        assertFalse(client.isClosed());
    }

    @Test
    void step_thatThrows_refuses() {
        FakeClient client = client();
        socket.use((event, next) -> {
            if (event.integer(0) == 1) {
                throw new IllegalStateException("bug in the application");
            }
            throw new TenonException(HttpProblem.of(403, "Forbidden", "not yours"), null);
        });
        client.sends("2[\"a\",1]", "2[\"a\",2]");
        assertEquals(List.of("a: Internal Server Error", "a: not yours"), heard);
    }

    @Test
    void step_thatNeverGoesOn_dropsTheEvent() {
        FakeClient client = client();
        socket.use((event, next) -> {
            if (event.integer(0) != 1) {
                next.run();
            }
        });
        client.sends("2[\"a\",1]", "2[\"a\",2]");
        assertEquals(List.of("a2"), heard);
    }

    @Test
    void step_thatGoesOnLater_doesNotHoldWhatComesBehind() {
        FakeClient client = client();
        socket.use((event, next) -> {
            if (event.integer(0) == 1) {
                later.add(next);
            } else {
                next.run();
            }
        });
        client.sends("2[\"a\",1]", "2[\"a\",2]");
        later.get(0).run();
        assertEquals(List.of("a2", "a1"), heard);
    }

    @Test
    void eventThatPassesWhileAnotherIsHandled_waitsForItsTurn() {
        FakeClient client = client();
        socket.use((event, next) -> {
            if (event.event().equals("a")) {
                later.add(next);
            } else {
                next.run();
            }
        });
        socket.on("b", args -> {
            inAnotherThread(() -> later.get(0).run());
            heard.add("b");
        });
        client.sends("2[\"a\",1]", "2[\"b\"]");
        assertEquals(List.of("b", "a1"), heard);
    }

    private static void inAnotherThread(Runnable task) {
        Thread other = new Thread(task);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eventThatPassesAfterTheEnd_isDropped() {
        FakeClient client = client();
        socket.use((event, next) -> later.add(next));
        client.sends("2[\"a\",1]");
        socket.disconnect(false);
        later.get(0).run();
        assertEquals(List.of(), heard);
    }

    @Test
    void handlerThatThrowsAProblem_isToldAsARefusal() {
        FakeClient client = client();
        socket.on("b", args -> {
            throw new TenonException(HttpProblem.of(422, "Unprocessable", "no uname"), null);
        });
        client.sends("2[\"b\"]");
        assertEquals(List.of("b: no uname"), heard);
    }

    @Test
    void catchAll_hearsEveryEventBeforeTheHandlers_alsoWithoutOne() {
        FakeClient client = client();
        EventListener any = event -> heard.add("any " + event.event());
        socket.onAny(any).prependAny(event -> heard.add("before"));
        client.sends("2[\"a\",1]", "2[\"nobody's\"]");
        assertEquals(List.of("before", "any a", "a1", "before", "any nobody's"), heard);
        heard.clear();
        socket.offAny(any);
        client.sends("2[\"x\"]");
        socket.offAny();
        client.sends("2[\"x\"]");
        assertEquals(List.of("before"), heard);
    }

    @Test
    void outgoingCatchAll_hearsWhatIsEmitted() {
        client();
        EventListener any = event -> heard.add("out " + event.event() + event.size());
        socket.onAnyOutgoing(any).prependAnyOutgoing(event -> heard.add("before"));
        socket.emit("x", 1, 2);
        socket.emitWithAck("y");
        io.to(socket.id()).emit("w", 1);
        socket.offAnyOutgoing(any).emit("z");
        socket.offAnyOutgoing().emit("z");
        assertEquals(List.of("before", "out x2", "before", "out y0", "before", "out w1", "before"), heard);
    }

    @Test
    void once_hearsOneEvent() {
        FakeClient client = client();
        socket.once("b", args -> heard.add("b"));
        client.sends("2[\"b\"]", "2[\"b\"]");
        assertEquals(List.of("b"), heard);
    }

    @Test
    void off_takesOneHandlerAway() {
        FakeClient client = client();
        EventListener listener = args -> heard.add("b");
        socket.on("b", listener).once("b", listener).on("b", args -> heard.add("other"));
        socket.off("b", listener).off("none", listener);
        client.sends("2[\"b\"]", "2[\"b\"]");
        assertEquals(List.of("b", "other", "other"), heard);
    }

    @Test
    void removeAllListeners_takesTheHandlersOfOneEvent_orOfAll() {
        FakeClient client = client();
        socket.on("b", args -> heard.add("b")).removeAllListeners("a");
        client.sends("2[\"a\",1]", "2[\"b\"]");
        socket.removeAllListeners();
        client.sends("2[\"b\"]");
        assertEquals(List.of("b"), heard);
    }
}
