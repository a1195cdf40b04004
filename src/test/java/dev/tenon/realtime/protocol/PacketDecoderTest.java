package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketDecoderTest {
    private final PacketDecoder decoder = new PacketDecoder();

    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.of("0", Packet.of(PacketType.CONNECT, "/", null)),
                Arguments.of("0{\"token\":\"123\"}", Packet.of(PacketType.CONNECT, "/", Map.of("token", "123"))),
                Arguments.of("0/admin,", Packet.of(PacketType.CONNECT, "/admin", null)),
                Arguments.of("0/admin", Packet.of(PacketType.CONNECT, "/admin", null)),
                Arguments.of("1/admin,", Packet.of(PacketType.DISCONNECT, "/admin", null)),
                Arguments.of("2[\"a\",1,null]", event("/", Packet.NO_ID, "a", 1, null)),
                Arguments.of("2/admin,456[\"a\"]", event("/admin", 456, "a")),
                Arguments.of("30[]", new Packet(PacketType.ACK, "/", List.of(), 0)),
                Arguments.of("3/admin,13[\"ok\"]", new Packet(PacketType.ACK, "/admin", List.of("ok"), 13)),
                Arguments.of("50-[\"a\"]", event("/", Packet.NO_ID, "a")));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void text_isRead(String text, Packet packet) {
        assertEquals(Optional.of(packet), decoder.text(text).map(Packet::checked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "abc",
                "999",
                "0[]",
                "0null",
                "0/admin,\"invalid\"",
                "1{}",
                "1/admin,{}",
                "2",
                "2{}",
                "2[]",
                "2null",
                "2/admin,\"invalid",
                "2/admin,{}",
                "2[{\"toString\":\"foo\"}]",
                "2[true,\"foo\"]",
                "2[null,\"bar\"]",
                "2[1,\"bar\"]",
                "2[[\"a\"]]",
                "2[\"connect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnect\",\"123\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "2[\"a\"",
                "2[\"a\"] ,",
                "2[\"a\"][\"b\"]",
                "2abc[\"a\"]",
                "2-1[\"a\"]",
                "21234567890123456[\"a\"]",
                "3[\"no id\"]",
                "30{}",
                "30",
                "442[\"some\",\"data\"",
                "4",
                "5[\"a\"]",
                "5-[\"a\"]",
                "51",
                "5-1-[\"a\"]",
                "51.5-[\"a\"]",
                "511-[\"a\"]",
                "5999999999999999999-[\"a\"]",
                "50-[{\"_placeholder\":true,\"num\":0}]",
                "50-[\"a\",{\"_placeholder\":true,\"num\":0}]",
            })
    void text_thatIsNoPacket_isRefused(String text) {
        assertThrows(PacketException.class, () -> decoder.text(text).map(Packet::checked));
    }

    @Test
    void deepNesting_isRefusedWithoutEndingTheStack() {
        String deep = "2[\"a\"," + "[".repeat(100_000) + "]".repeat(100_000) + "]";
        assertThrows(PacketException.class, () -> decoder.text(deep));
    }

    @Test
    void attachments_standWherePlaceholdersStood() {
        assertTrue(decoder.text(
                        "52-/admin,7[\"a\",{\"_placeholder\":true,\"num\":1},{\"in\":[{\"num\":0,\"_placeholder\":true}]}]")
                .isEmpty());
        assertTrue(decoder.binary(new byte[] {1}).isEmpty());
        Packet packet = decoder.binary(new byte[] {2, 3}).orElseThrow();

        assertEquals(PacketType.EVENT, packet.type());
        assertEquals("/admin", packet.namespace());
        assertEquals(7, packet.id());
        assertArrayEquals(new byte[] {2, 3}, (byte[]) packet.args().get(1));
        List<?> inner = (List<?>) ((Map<?, ?>) packet.args().get(2)).get("in");
        assertArrayEquals(new byte[] {1}, (byte[]) inner.get(0));
    }

    @Test
    void packet_followsAnotherWithAttachments() {
        assertFalse(decoder.text("51-[\"a\"]").isPresent());
        assertTrue(decoder.binary(new byte[0]).isPresent());
        assertFalse(decoder.text("61-1[{\"_placeholder\":true,\"num\":0}]").isPresent());
        assertEquals(PacketType.ACK, decoder.binary(new byte[0]).orElseThrow().type());
        assertTrue(decoder.text("2[\"b\"]").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "0.5", "\"0\"", "\"splice\"", "null", "99999999999", "{}"})
    void placeholder_withoutItsAttachment_isRefused(String index) {
        decoder.text("51-[\"a\",{\"_placeholder\":true,\"num\":" + index + "}]");
        assertThrows(PacketException.class, () -> decoder.binary(new byte[] {1}));
    }

    /** It would multiply when the packet is sent on: a million placeholders of a million bytes. */
    @Test
    void placeholder_ofAnAttachmentThatIsTaken_isRefused() {
        decoder.text("51-[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]");
        assertThrows(PacketException.class, () -> decoder.binary(new byte[] {1}));
    }

    @Test
    void placeholder_inPacketWithoutAttachments_isAnOrdinaryObject() {
        Packet packet =
                decoder.text("2[\"a\",{\"_placeholder\":true,\"num\":0}]").orElseThrow();
        assertEquals(Map.of("_placeholder", true, "num", 0), packet.args().get(1));
    }

    @Test
    void bytes_whereNoneAreDue_areRefused() {
        assertThrows(PacketException.class, () -> decoder.binary(new byte[] {1}));
    }

    @Test
    void text_whereBytesAreDue_isRefused() {
        decoder.text("51-[\"a\"]");
        assertThrows(PacketException.class, () -> decoder.text("2[\"b\"]"));
    }

    private static Packet event(String namespace, long id, Object... data) {
        return new Packet(PacketType.EVENT, namespace, Arrays.asList(data), id);
    }
}
