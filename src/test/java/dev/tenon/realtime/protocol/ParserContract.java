package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every parser does: what one end encodes is what the other decodes. */
abstract class ParserContract {
    private final Parser parser;

    ParserContract(Parser parser) {
        this.parser = parser;
    }

    static Stream<Packet> packets() {
        return Stream.of(
                Packet.of(PacketType.CONNECT, "/", null),
                Packet.of(PacketType.CONNECT, "/admin", Map.of("token", "123", "more", Map.of("a", List.of(1)))),
                Packet.of(PacketType.DISCONNECT, "/admin", null),
                Packet.of(PacketType.CONNECT_ERROR, "/", Map.of("message", "no")),
                Packet.event("/", "a", new Object[0], Packet.NO_ID),
                Packet.event(
                        "/order-1",
                        "a",
                        new Object[] {
                            1, -1, 5_000_000_000L, new BigDecimal("0.5"), "h\u00e9 \ud83d\ude00", true, null, List.of()
                        },
                        0),
                Packet.ack("/admin", new Object[] {Map.of("ok", true, "empty", Map.of())}, 9_007_199_254_740_991L / 10),
                Packet.ack("/", new Object[0], 13));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void packet_arrivesAsItWas(Packet packet) {
        assertEquals(packet, arrived(packet));
    }

    @Test
    void bytes_arriveWhereTheyStood_andAsTheyWere() {
        byte[] first = {1, 2, 3};
        Object nested = Map.of("in", List.of(ByteBuffer.wrap(new byte[] {9, 4, 9}, 1, 1), new byte[0]));
        EncodedPacket encoded = parser.encode(Packet.event("/a", "file", new Object[] {first, nested}, 7));
        first[0] = 9;

        List<Object> args = decoded(encoded).args();
        assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) args.get(1));
        List<?> in = (List<?>) ((Map<?, ?>) args.get(2)).get("in");
        assertArrayEquals(new byte[] {4}, (byte[]) in.get(0));
        assertArrayEquals(new byte[0], (byte[]) in.get(1));
    }

    @Test
    void bytes_haveAnArrayBehindThem_thatServersAskFor() {
        EncodedPacket encoded = parser.encode(Packet.ack("/", new Object[] {new byte[] {1}}, 3));
        assertFalse(encoded.binary().isEmpty());
        assertTrue(encoded.binary().stream().allMatch(ByteBuffer::hasArray));
        assertTrue(encoded.size() > 0);
    }

    @Test
    void javaValues_areWhatTheyAreInJson() {
        record Message(String from, Optional<Integer> size, Instant at) {}
        Packet packet =
                Packet.event("/", "a", new Object[] {new Message("me", Optional.of(2), Instant.EPOCH)}, Packet.NO_ID);
        assertEquals(
                Map.of("from", "me", "size", 2, "at", "1970-01-01T00:00:00Z"),
                arrived(packet).args().get(1));
    }

    @Test
    void value_withoutAForm_isRefused() {
        Packet packet = Packet.event("/", "a", new Object[] {new Object()}, Packet.NO_ID);
        assertThrows(IllegalArgumentException.class, () -> parser.encode(packet));
        Object endless = deep(1_001);
        Packet tooDeep = Packet.event("/", "a", new Object[] {endless}, Packet.NO_ID);
        assertThrows(IllegalArgumentException.class, () -> parser.encode(tooDeep));
    }

    @Test
    void depth_isBounded_asFarAsTheOtherParsers() {
        Packet deepest = Packet.event("/", "a", new Object[] {deep(199)}, Packet.NO_ID);
        assertEquals(deepest, arrived(deepest));
        Packet deeper = Packet.event("/", "a", new Object[] {deep(200)}, Packet.NO_ID);
        assertThrows(PacketException.class, () -> arrived(deeper));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void reservedName_isRefused(String name) {
        assertRefused(new Packet(PacketType.EVENT, "/", List.of(name, 1), Packet.NO_ID));
    }

    @Test
    void data_thatNoSuchPacketHas_isRefused() {
        assertRefused(Packet.of(PacketType.CONNECT, "/", List.of()));
        assertRefused(Packet.of(PacketType.DISCONNECT, "/", Map.of()));
        assertRefused(Packet.of(PacketType.EVENT, "/", Map.of()));
        assertRefused(Packet.of(PacketType.EVENT, "/", List.of()));
        assertRefused(Packet.of(PacketType.EVENT, "/", List.of(Map.of("toString", "foo"))));
        assertRefused(Packet.of(PacketType.EVENT, "/", Arrays.asList(null, "bar")));
        assertRefused(Packet.of(PacketType.EVENT, "/", null));
        assertRefused(Packet.of(PacketType.ACK, "/", List.of("no id")));
        assertRefused(new Packet(PacketType.ACK, "/", Map.of(), 1));
        assertRefused(Packet.of(PacketType.CONNECT_ERROR, "/", List.of()));
    }

    private void assertRefused(Packet packet) {
        assertThrows(PacketException.class, () -> arrived(packet), packet::toString);
    }

    private Packet arrived(Packet packet) {
        return decoded(parser.encode(packet));
    }

    private Packet decoded(EncodedPacket encoded) {
        Parser.Decoder decoder = parser.decoder();
        Optional<Packet> packet = encoded.text().flatMap(decoder::text);
        for (ByteBuffer message : encoded.binary()) {
            assertTrue(packet.isEmpty());
            packet = decoder.binary(Bytes.of(message));
        }
        return packet.orElseThrow().checked();
    }

    private static Object deep(int levels) {
        Object nested = List.of();
        for (int i = 1; i < levels; i++) {
            nested = List.of(nested);
        }
        return nested;
    }
}
