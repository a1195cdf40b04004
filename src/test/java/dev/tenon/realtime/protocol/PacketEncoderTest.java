package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketEncoderTest {
    private record Message(String from, Colour colour, Instant at) {}

    private enum Colour {
        RED
    }

    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.of(Packet.of(PacketType.CONNECT, "/", Map.of("sid", "x")), "0{\"sid\":\"x\"}"),
                Arguments.of(Packet.of(PacketType.DISCONNECT, "/admin", null), "1/admin,"),
                Arguments.of(
                        Packet.of(PacketType.CONNECT_ERROR, "/a", Map.of("message", "no")), "4/a,{\"message\":\"no\"}"),
                Arguments.of(event("/", Packet.NO_ID, "a", 1, 2.0, "é", true, null), "2[\"a\",1,2,\"é\",true,null]"),
                Arguments.of(event("/admin", 12, "a"), "2/admin,12[\"a\"]"),
                Arguments.of(Packet.event("/", "a", null, Packet.NO_ID), "2[\"a\",null]"),
                Arguments.of(Packet.ack("/", new Object[] {"ok"}, 0), "30[\"ok\"]"),
                Arguments.of(
                        event("/", Packet.NO_ID, "a", new Message("me", Colour.RED, Instant.EPOCH)),
                        "2[\"a\",{\"from\":\"me\",\"colour\":\"RED\",\"at\":\"1970-01-01T00:00:00Z\"}]"));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void packet_becomesText(Packet packet, String text) {
        assertEquals(EncodedPacket.of(text, List.of()), PacketEncoder.encode(packet));
    }

    @Test
    void bytes_anywhere_becomeAttachmentsInTheOrderOfTheText() {
        byte[] first = {1, 2};
        Object nested = Map.of("in", List.of(ByteBuffer.wrap(new byte[] {9, 3, 4}, 1, 2)));
        EncodedPacket encoded = PacketEncoder.encode(event("/", 5, "a", first, nested));
        first[0] = 7;

        assertEquals(
                "52-5[\"a\",{\"_placeholder\":true,\"num\":0},{\"in\":[{\"_placeholder\":true,\"num\":1}]}]",
                encoded.text().orElseThrow());
        assertArrayEquals(new byte[] {1, 2}, Bytes.of(encoded.binary().get(0)));
        assertArrayEquals(new byte[] {3, 4}, Bytes.of(encoded.binary().get(1)));
    }

    @Test
    void attachment_hasAnArrayBehindIt_thatServersAskFor() {
        EncodedPacket encoded = PacketEncoder.encode(Packet.ack("/", new Object[] {new byte[] {1}}, 3));
        assertTrue(encoded.binary().get(0).hasArray());
    }

    @Test
    void ackWithBytes_hasItsOwnType() {
        EncodedPacket encoded = PacketEncoder.encode(Packet.ack("/admin", new Object[] {new byte[] {1}}, 3));
        assertEquals(
                "61-/admin,3[{\"_placeholder\":true,\"num\":0}]", encoded.text().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void reservedName_isRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> event("/", Packet.NO_ID, name));
    }

    @Test
    void value_withoutJsonForm_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PacketEncoder.encode(event("/", Packet.NO_ID, "a", new Object())));
    }

    private static Packet event(String namespace, long id, String name, Object... args) {
        return Packet.event(namespace, name, args, id);
    }
}
