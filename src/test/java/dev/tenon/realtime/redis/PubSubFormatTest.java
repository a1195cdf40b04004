package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.Flags;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PubSubFormatTest {
    private static final Packet EVENT = Packet.event("/", "x", new Object[] {1}, Packet.NO_ID);
    private static final Target TARGET = Target.ALL
            .to("r")
            .except("s")
            .flags(Flags.DEFAULT.asVolatile().compress(false).timeout(Duration.ofSeconds(2)));

    private final PubSubFormat format = new PubSubFormat("/", "me");
    private final PubSubFormat other = new PubSubFormat("/", "other");

    @Test
    void broadcast_isTheArrayOfTheReference() {
        byte[] bytes = format.write(new ClusterMessage.Broadcast(EVENT, TARGET, Optional.empty()));
        assertEquals(
                List.of(
                        "me",
                        Map.of("type", 2, "data", List.of("x", 1), "nsp", "/"),
                        Map.of(
                                "rooms",
                                List.of("r"),
                                "except",
                                List.of("s"),
                                "flags",
                                Map.of("volatile", true, "compress", false, "timeout", 2000))),
                MessagePack.read(bytes));
        assertTrue(format.readBroadcast(bytes).isEmpty());
        ClusterMessage.Broadcast read = other.readBroadcast(bytes).orElseThrow();
        assertEquals(EVENT, read.packet());
        assertEquals(TARGET, read.target());
    }

    @Test
    void requests_areTheObjectsOfTheReference() {
        assertEquals(
                Map.of(
                        "uid",
                        "me",
                        "type",
                        4,
                        "opts",
                        Map.of("rooms", List.of("r"), "except", List.of(), "flags", Map.of()),
                        "close",
                        true),
                Json.parse(new String(format.write(new ClusterMessage.Disconnect(Target.ALL.to("r"), true)), UTF_8)));
        assertEquals(
                Map.of("uid", "me", "type", 6, "requestId", "q", "data", List.of("x", 1)),
                Json.parse(
                        new String(format.write(new ClusterMessage.Event(List.of("x", 1), Optional.of("q"))), UTF_8)));
    }

    @Test
    void request_ofThisServer_isNotOfAnother() {
        byte[] bytes = format.write(new ClusterMessage.Fetch(TARGET, "q", true));
        assertFalse(format.readRequest(bytes).isOfOther());
        assertEquals(
                new ClusterMessage.Fetch(TARGET, "q", true),
                other.readRequest(bytes).request());
    }

    @Test
    void question_forIds_isThatOfTheReference() {
        Target rooms = Target.ALL.to("r");
        byte[] bytes = format.write(new ClusterMessage.Sockets(rooms, "q"));
        assertEquals(
                Map.of("uid", "me", "type", 0, "requestId", "q", "rooms", List.of("r")),
                Json.parse(new String(bytes, UTF_8)));
        assertEquals(
                new ClusterMessage.Sockets(rooms, "q"), other.readRequest(bytes).request());
        Target except = rooms.except("s"); // which the reference cannot say
        assertEquals(
                new ClusterMessage.Fetch(except, "q", false),
                other.readRequest(format.write(new ClusterMessage.Sockets(except, "q")))
                        .request());
    }

    @Test
    void answerOfIds_isThatOfTheReference() {
        ClusterMessage.Fetched answer =
                new ClusterMessage.Fetched("q", List.of(ClusterMessage.RemoteDetails.of("a")), true);
        byte[] bytes = other.write(answer, PubSubFormat.SOCKETS);
        assertEquals(Map.of("requestId", "q", "sockets", List.of("a")), Json.parse(new String(bytes, UTF_8)));
        assertEquals(answer, format.readAnswer(bytes));
    }

    @Test
    void answerWithoutArguments_hasNone() {
        byte[] none = format.write(new ClusterMessage.EventAnswered("q", List.of()), 6);
        assertEquals(new ClusterMessage.EventAnswered("q", List.of()), other.readAnswer(none));
        byte[] first = format.write(new ClusterMessage.Acked("q", List.of(1, 2)), 7);
        assertEquals(new ClusterMessage.Acked("q", List.of(1)), other.readAnswer(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "x",
                "{\"type\":\"6\"}",
                "{\"type\":99}",
                "{\"type\":6}",
                "{\"type\":6,\"data\":[]}",
                "{\"type\":6,\"data\":[1]}",
                "{\"type\":5,\"opts\":{}}",
                "{\"type\":5,\"requestId\":1,\"opts\":{}}",
                "{\"type\":2,\"opts\":[]}",
                "{\"type\":7,\"requestId\":\"a\",\"opts\":{},\"packet\":{\"type\":0,\"data\":[\"x\"]}}",
                "{\"type\":7,\"requestId\":\"a\",\"opts\":{},\"packet\":{\"type\":2,\"data\":[\"x\"],\"nsp\":\"/b\"}}",
                "{\"type\":7,\"requestId\":\"a\",\"opts\":{},\"packet\":{\"type\":2,\"data\":\"x\"}}"
            })
    void malformedMessages_areRefused(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        assertThrows(PacketException.class, () -> format.readRequest(bytes));
        assertThrows(PacketException.class, () -> format.readAnswer(bytes));
        assertThrows(PacketException.class, () -> format.readBroadcast(bytes));
    }
}
