package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hexadecimal texts are what notepack.io 3.0.1 and @msgpack/msgpack 2.8.0 write on Node. */
class MessagePackTest {
    private static final String INTEGERS = "dc0014007fcc80ccffcd0100cdffffce00010000ceffffffffcf0000000100000000"
            + "cf001fffffffffffffffe0d0dfd080d1ff7fd18000d2ffff7fffd280000000d3ffffffff7fffffffd3ffe0000000000001";

    private static Object read(String hex) {
        return MessagePack.read(HexFormat.of().parseHex(hex));
    }

    private static String hex(Object value) {
        return HexFormat.of().formatHex(MessagePack.write(value));
    }

    @Test
    void integers_areThoseOfNode() {
        List<Object> values = List.of(
                0,
                127,
                128,
                255,
                256,
                65535,
                65536,
                4294967295L,
                4294967296L,
                9007199254740991L,
                -1,
                -32,
                -33,
                -128,
                -129,
                -32768,
                -32769,
                -2147483648,
                -2147483649L,
                -9007199254740991L);
        assertEquals(INTEGERS, hex(values));
        assertEquals(values, read(INTEGERS));
    }

    @Test
    void fractions_areDoubles() {
        assertEquals("92cb3fe0000000000000cbbff4000000000000", hex(List.of(0.5, new BigDecimal("-1.25"))));
        assertEquals(
                List.of(new BigDecimal("0.5"), BigDecimal.valueOf(1e300)),
                read("92cb3fe0000000000000cb7e37e43c8800759c"));
        assertEquals(new BigDecimal("0.5"), read("ca3f000000"));
        assertEquals("93010203", hex(List.of(1.0, 2f, new BigDecimal("3.00"))));
        assertEquals("92c0c0", hex(List.of(Double.NaN, Double.POSITIVE_INFINITY)));
        assertEquals("cb43f0000000000000", hex(BigInteger.TWO.pow(64)));
        assertEquals(BigInteger.TWO.pow(64).subtract(BigInteger.ONE), read("cfffffffffffffffff"));
    }

    @Test
    void texts_areUtf8() {
        List<Object> values = List.of("", "\u00e9", "\ud83d\ude00", "x".repeat(31), "x".repeat(32));
        String hex = "95a0a2c3a9a4f09f9880bf" + "78".repeat(31) + "d920" + "78".repeat(32);
        assertEquals(hex, hex(values));
        assertEquals(values, read(hex));
    }

    @Test
    void lengths_growWithTheirValues() {
        for (int size : new int[] {15, 16, 255, 256, 65535, 65536, 70000}) {
            List<Integer> array = Collections.nCopies(size, 7);
            assertEquals(array, MessagePack.read(MessagePack.write(array)));
            assertArrayEquals(new byte[size], (byte[]) MessagePack.read(MessagePack.write(new byte[size])));
            assertEquals("a".repeat(size), MessagePack.read(MessagePack.write("a".repeat(size))));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        IntStream.range(0, 70000).forEach(i -> map.put("k" + i, i));
        assertEquals(map, MessagePack.read(MessagePack.write(map)));
    }

    @Test
    void structures_keepTheirOrder() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("b", Arrays.asList(Collections.singletonMap("c", null), true, false));
        String hex = "81a16181a1629381a163c0c3c2";
        assertEquals(hex, hex(Map.of("a", inner)));
        assertEquals(Map.of("a", inner), read(hex));
        assertEquals(List.of(), read("90"));
        assertEquals(Map.of(), read("80"));
        assertEquals(List.of(List.of(), Map.of(), 1), read("93908001"));
    }

    @Test
    void valuesBeyondTrees_areWhatJsonHas() {
        record Order(String id, Optional<Integer> size) {}
        assertEquals(
                List.of(Map.of("id", "a", "size", 1), "1970-01-01T00:00:00Z", List.of(1, 2)),
                MessagePack.read(
                        MessagePack.write(List.of(new Order("a", Optional.of(1)), Instant.EPOCH, new int[] {1, 2}))));
        assertThrows(IllegalArgumentException.class, () -> MessagePack.write(List.of(new Object())));
    }

    @Test
    void extensions_areReadAsOnNode() {
        assertEquals(
                List.of("1970-01-01T00:00:00.000Z", "2023-11-14T22:13:20.123Z", "1969-12-31T23:59:59.999Z"),
                read("93d6ff00000000d7ff1d5353006553f100c70cff3b8b87c0ffffffffffffffff"));
        assertEquals(Collections.singletonList(null), read("91d40000"));
        assertEquals("2023-11-14T22:13:20.123Z", read("d7000000018bcfe5687b")); // notepack.io 2
        assertArrayEquals(new byte[] {7}, (byte[]) read("c7010007"));
        List<?> other = (List<?>) read("d50501ff");
        assertEquals(5, other.get(0));
        assertArrayEquals(new byte[] {1, -1}, (byte[]) other.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c1",
                "91",
                "81a161",
                "0101",
                "a261",
                "c602ff",
                "ddffffffff",
                "dfffffffff",
                "c6ffffffff",
                "dbffffffff",
                "c9ffffffff00",
                "cf00",
                "d6ff00",
                "c705ff0000000000",
                "c70cff000000007fffffffffffffff",
                "d4",
                "d700",
                "8190c0",
                "8180c0",
                "81c0c0"
            })
    void malformedMessages_areRefused(String hex) {
        assertThrows(PacketException.class, () -> read(hex));
    }

    @Test
    void depth_isBoundedInBothDirections() {
        byte[] deep = new byte[1_000_000];
        Arrays.fill(deep, (byte) 0x91);
        assertThrows(PacketException.class, () -> MessagePack.read(deep));
        Object nested = 1;
        for (int i = 0; i < 1_000; i++) {
            nested = List.of(nested);
        }
        assertEquals(nested, MessagePack.read(MessagePack.write(nested)));
        Object deeper = List.of(nested);
        assertThrows(IllegalArgumentException.class, () -> MessagePack.write(deeper));
    }
}
