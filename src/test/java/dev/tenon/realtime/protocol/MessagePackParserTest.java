package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hexadecimal texts are what socket.io-msgpack-parser 3.0.2 writes on Node for what the stock client gives it. */
class MessagePackParserTest extends ParserContract {
    private static final String NSP = "a36e7370";
    private static final String OPTIONS = "a76f7074696f6e7381a8636f6d7072657373c3";

    static final Map<String, String> PACKETS = Map.of(
            "connect",
            "83a47479706500a464617461d40000" + NSP + "a12f",
            "connect with auth",
            "83a47479706500a46461746181a5746f6b656ea3313233" + NSP + "a62f61646d696e",
            "disconnect",
            "83a47479706501" + OPTIONS + NSP + "a62f61646d696e",
            "event",
            "84a47479706502a46461746198a568656c6c6f01fecb3ff8000000000000a868c3a920f09f9880c3c0d40000" + OPTIONS + NSP
                    + "a12f",
            "event with id",
            "85a47479706502a46461746192a46368617482a2746fa3616e6ea4746167739401d1ff38ce00011170cf000000012a05f200"
                    + OPTIONS + "a269640d" + NSP + "a12f",
            "dates",
            "83a47479706502a46461746193a26174d7000000018bcfe5687bd700ffffffffffffffff" + NSP + "a12f",
            "bytes",
            "83a47479706502a46461746193a466696c65c4030102ff81a2696e92c70300070809c400" + NSP + "a22f61",
            "ack",
            "84a47479706503a46461746192a26f6bc40101a26964cd01c8" + NSP + "a62f61646d696e",
            "refusal",
            "83a47479706504a46461746181a76d657373616765a26e6f" + NSP + "a12f");

    MessagePackParserTest() {
        super(Parser.msgpack());
    }

    private static Packet read(String hex) {
        return Parser.msgpack()
                .decoder()
                .binary(HexFormat.of().parseHex(hex))
                .orElseThrow()
                .checked();
    }

    private static String hex(Packet packet) {
        EncodedPacket encoded = Parser.msgpack().encode(packet);
        assertEquals(1, encoded.binary().size());
        return HexFormat.of().formatHex(encoded.binary().get(0).array());
    }

    @Test
    void packetsOfNode_areRead() {
        assertEquals(Packet.of(PacketType.CONNECT, "/", null), read(PACKETS.get("connect")));
        assertEquals(
                Packet.of(PacketType.CONNECT, "/admin", Map.of("token", "123")),
                read(PACKETS.get("connect with auth")));
        assertEquals(Packet.of(PacketType.DISCONNECT, "/admin", null), read(PACKETS.get("disconnect")));
        assertEquals(
                Packet.of(
                        PacketType.EVENT,
                        "/",
                        Arrays.asList("hello", 1, -2, new BigDecimal("1.5"), "h\u00e9 \ud83d\ude00", true, null, null)),
                read(PACKETS.get("event")));
        assertEquals(
                new Packet(
                        PacketType.EVENT,
                        "/",
                        List.of("chat", Map.of("to", "ann", "tags", List.of(1, -200, 70_000, 5_000_000_000L))),
                        13),
                read(PACKETS.get("event with id")));
        assertEquals(Packet.of(PacketType.CONNECT_ERROR, "/", Map.of("message", "no")), read(PACKETS.get("refusal")));
    }

    @Test
    void dateOfNode_isWhatItIsInJson() {
        assertEquals(
                List.of("at", "2023-11-14T22:13:20.123Z", "1969-12-31T23:59:59.999Z"),
                read(PACKETS.get("dates")).args());
    }

    @Test
    void buffersOfNode_areBytes() {
        List<Object> file = read(PACKETS.get("bytes")).args();
        assertArrayEquals(new byte[] {1, 2, -1}, (byte[]) file.get(1));
        List<?> in = (List<?>) ((Map<?, ?>) file.get(2)).get("in");
        assertArrayEquals(new byte[] {7, 8, 9}, (byte[]) in.get(0)); // an ArrayBuffer
        assertArrayEquals(new byte[0], (byte[]) in.get(1));
        Packet ack = read(PACKETS.get("ack"));
        assertEquals(456, ack.id());
        assertArrayEquals(new byte[] {1}, (byte[]) ack.args().get(1));
    }

    @Test
    void packets_areWrittenAsOnNode() {
        assertEquals(
                PACKETS.get("connect with auth"), hex(Packet.of(PacketType.CONNECT, "/admin", Map.of("token", "123"))));
        assertEquals("82a47479706501" + NSP + "a62f61646d696e", hex(Packet.of(PacketType.DISCONNECT, "/admin", null)));
        assertEquals(PACKETS.get("ack"), hex(Packet.ack("/admin", new Object[] {"ok", new byte[] {1}}, 456)));
        assertEquals(PACKETS.get("refusal"), hex(Packet.of(PacketType.CONNECT_ERROR, "/", Map.of("message", "no"))));
        assertEquals(
                "83a47479706502a46461746194a568656c6c6f01fecb3ff8000000000000" + NSP + "a12f",
                hex(Packet.event("/", "hello", new Object[] {1, -2, 1.5}, Packet.NO_ID)));
    }

    /** As clients of version 2 write an event with bytes; the reference refuses it. */
    @Test
    void binaryEvent_isAnEvent() {
        assertEquals(
                PacketType.EVENT,
                read("83a47479706505a46461746191a161" + NSP + "a12f").type());
        assertEquals(
                PacketType.ACK,
                read("84a47479706506a46461746190a2696401" + NSP + "a12f").type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "c1",
                "01", // no object
                "90",
                "80",
                "82a4747970650091a36e7370a12f", // a name that is no text
                "81a36e7370a12f", // no type
                "82a474797065c0a36e7370a12f",
                "82a474797065a130a36e7370a12f",
                "82a474797065ffa36e7370a12f", // the type -1, 7, 48, 0.5
                "82a47479706507a36e7370a12f",
                "82a47479706530a36e7370a12f",
                "82a474797065cb3fe0000000000000a36e7370a12f",
                "81a47479706500", // no namespace
                "82a47479706500a36e7370c0",
                "82a47479706500a36e7370c4012f",
                "82a47479706500a36e7370a0", // names that no namespace has
                "82a47479706500a36e7370a161",
                "82a47479706500a36e7370a42f612c62",
                "84a47479706503a46461746190a26964ffa36e7370a12f", // the id -1, "1", 1.5, 2^53, 2^63
                "84a47479706503a46461746190a26964a131a36e7370a12f",
                "84a47479706503a46461746190a26964cb3ff8000000000000a36e7370a12f",
                "84a47479706503a46461746190a26964cf0020000000000000a36e7370a12f",
                "84a47479706503a46461746190a26964cf8000000000000000a36e7370a12f",
                "82a47479706500a36e7370a12f00", // a byte too many, and too few
                "82a47479706500a36e7370a2",
                "83a47479706502a46461746192a161dfffffffffa36e7370a12f" // four billion members
            })
    void message_thatIsNoPacket_isRefused(String hex) {
        assertThrows(PacketException.class, () -> read(hex));
    }

    @Test
    void text_isRefused() {
        Parser.Decoder decoder = Parser.msgpack().decoder();
        assertThrows(PacketException.class, () -> decoder.text("0"));
    }

    @Test
    void deepNesting_isRefusedWithoutEndingTheStack() {
        byte[] deep = new byte[1_000_000];
        Arrays.fill(deep, (byte) 0x91);
        Parser.Decoder decoder = Parser.msgpack().decoder();
        assertThrows(PacketException.class, () -> decoder.binary(deep));
    }
}
