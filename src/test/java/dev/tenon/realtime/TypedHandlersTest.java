package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Handlers that are given Java values. */
class TypedHandlersTest extends RealtimeFixture {
    private final List<Object> heard = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private FakeClient client(Consumer<Socket> handlers) {
        io.onConnection(socket -> handlers.accept(socket.onError((error, event) -> refused.add(error.getMessage()))));
        return connected();
    }

    private record Order(String item, int count, Optional<LocalDate> until, List<Line> lines, Size size) {}

    @SuppressWarnings("ArrayRecordComponent") // what a picture is
    private record Line(byte[] picture, Map<String, Double> prices) {}

    private enum Size {
        SMALL,
        LARGE
    }

    @Test
    void handlers_ofOneToFourArguments_areGivenThem() {
        FakeClient client = client(socket -> socket.on("1", String.class, a -> heard.add(a))
                .on("2", String.class, int.class, (a, b) -> heard.add(a + b))
                .on("3", String.class, Integer.class, boolean.class, (a, b, c) -> heard.add(a + b + c))
                .on("4", int.class, int.class, int.class, long.class, (a, b, c, d) -> heard.add(a + b + c + d)));
        client.sends("2[\"1\",\"x\",\"more\"]", "2[\"2\",\"x\",2]", "2[\"3\",\"x\",2,true]", "2[\"4\",1,2,3,4]");
        assertEquals(List.of("x", "x2", "x2true", 10L), heard);
    }

    @Test
    void handlers_ofOneToFourArguments_answer() {
        FakeClient client = client(socket -> socket.on("1", String.class, (a, ack) -> ack.send(a))
                .on("2", String.class, int.class, (a, b, ack) -> ack.send(a, b))
                .on("3", int.class, int.class, int.class, (a, b, c, ack) -> ack.send(a + b + c))
                .on("4", int.class, int.class, int.class, int.class, (a, b, c, d, ack) -> ack.send(a + b + c + d)));
        client.sends(
                "21[\"1\",\"x\"]", "22[\"2\",\"x\",2]", "23[\"3\",1,2,3]", "24[\"4\",1,2,3,4]", "2[\"1\",\"no ack\"]");
        assertEquals(List.of("31[\"x\"]", "32[\"x\",2]", "33[6]", "34[10]"), client.received());
    }

    @Test
    void refusedValues_areToldByTheAck() {
        FakeClient client = client(socket -> socket.on("order", event -> {
            throw new TenonException(
                    HttpProblem.of(422, "Unprocessable Content", "wrong").with("errors", List.of("count")), null);
        }));
        client.sends("21[\"order\",{}]", "2[\"order\",{}]");
        assertEquals(
                List.of(
                        "31[{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,\"detail\":\"wrong\","
                                + "\"errors\":[\"count\"]}]"),
                client.received());
        assertEquals(List.of("wrong", "wrong"), refused);
    }

    @Test
    void record_isMadeOfAnObject_bytesIncluded() {
        List<Order> orders = new ArrayList<>();
        client(socket -> socket.on("order", Order.class, order -> orders.add(order)))
                .sends(
                        "51-[\"order\",{\"item\":\"oak\",\"count\":2,\"until\":\"2026-11-30\",\"size\":\"LARGE\",\"newer\":1,"
                                + "\"lines\":[{\"picture\":{\"_placeholder\":true,\"num\":0},\"prices\":{\"eur\":1.5}}]}]")
                .sendsBytes((byte) 7);
        Order order = orders.get(0);
        assertEquals(
                "oak 2 2026-11-30 LARGE",
                order.item() + " " + order.count() + " " + order.until().orElseThrow() + " " + order.size());
        assertArrayEquals(new byte[] {7}, order.lines().get(0).picture());
        assertEquals(Map.of("eur", 1.5), order.lines().get(0).prices());
    }

    @Test
    void wrongArguments_refuseTheEventOnly() {
        FakeClient client = client(socket -> socket.on("order", Order.class, (order, ack) -> ack.send("ok"))
                .on("text", String.class, int.class, (text, number) -> heard.add(text)));
        client.sends(
                "21[\"order\",{\"item\":\"oak\",\"count\":99999999999}]",
                "2[\"order\",{\"count\":1,\"lines\":[{\"prices\":{\"eur\":true}}]}]",
                "2[\"order\",{\"count\":1,\"size\":\"HUGE\"}]",
                "2[\"order\",\"oak\"]",
                "2[\"order\",{}]",
                "2[\"text\",\"x\"]",
                "2[\"text\",null,1]",
                "2[\"text\",\"right\",1]");
        assertEquals(
                List.of(
                        "argument 0 of 'order'.count is a number, not a number that fits int",
                        "argument 0 of 'order'.lines[0].prices.eur is true or false, not a number",
                        "argument 0 of 'order'.size is a text, not a text that fits Size",
                        "argument 0 of 'order' is a text, not an object",
                        "argument 0 of 'order'.count is missing",
                        "argument 1 of 'text' is missing",
                        "argument 0 of 'text' is missing"),
                refused);
        assertEquals(List.of("right"), heard);
        assertEquals(List.of(), client.received());
        assertFalse(client.isClosed());
    }

    @Test
    void refusedEvent_mayStillBeAnswered() {
        io.onConnection(socket -> socket.onError((error, event) -> event.ack(Map.of("error", error.getMessage())))
                .on("text", String.class, (text, ack) -> ack.send("ok")));
        FakeClient client = connected().sends("21[\"text\",5]");
        assertEquals(List.of("31[{\"error\":\"argument 0 of 'text' is a number, not a text\"}]"), client.received());
    }

    @Test
    void typeWithoutAJsonForm_isAFaultOfTheApplication() {
        List<Args> all = new ArrayList<>();
        client(socket -> socket.on("x", all::add)).sends("2[\"x\",\"y\"]");
        assertThrows(IllegalArgumentException.class, () -> all.get(0).get(0, Thread.class));
    }
}
