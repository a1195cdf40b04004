package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaSerializationTest {
    private final AttributeCodec codec = codec("dev.tenon.session.JavaSerializationTest$Point");

    private static AttributeCodec codec(String... allow) {
        return new JavaSerialization(
                JavaSerializationTest.class.getClassLoader(),
                new AllowedClasses(SessionsOfATest.context(), List.of(allow)));
    }

    @ParameterizedTest
    @MethodSource("everydayValues")
    void everydayValue_comesBack(Object value) throws Exception {
        assertEquals(value, codec.decode(codec.encode(value)));
    }

    static Stream<Object> everydayValues() {
        return Stream.of(
                "text",
                1,
                new BigDecimal("1.50"),
                Instant.EPOCH,
                ZonedDateTime.parse("2026-11-22T12:00:00+01:00[Europe/Berlin]"),
                UUID.randomUUID(),
                URI.create("https://example.org/"),
                Locale.CHINA,
                DayOfWeek.MONDAY,
                new java.sql.Timestamp(1),
                List.of(1, 2, 3, 4),
                Map.of("a", 1, "b", 2),
                Set.of(1),
                new ArrayList<>(Arrays.asList(1, null, 3)),
                new HashMap<>(Map.of(1, 2)),
                new HashSet<>(Set.of(1, 2, 3)),
                new LinkedHashMap<>(Map.of(1, 2)),
                new TreeMap<>(Map.of(1, 2)),
                new ConcurrentHashMap<>(Map.of(1, 2)),
                new CopyOnWriteArrayList<>(List.of(1)),
                new EnumMap<>(Map.of(DayOfWeek.MONDAY, 1)),
                EnumSet.of(DayOfWeek.MONDAY),
                Collections.unmodifiableList(new ArrayList<>(List.of(1))),
                Collections.synchronizedMap(new HashMap<>(Map.of(1, 2))),
                new Point(1, 2));
    }

    @Test
    void valuesWithoutEquals_comeBack() throws Exception {
        assertArrayEquals(new byte[] {1}, (byte[]) codec.decode(codec.encode(new byte[] {1})));
        Object points = codec.decode(codec.encode(new Point[][] {{new Point(1, 2)}}));
        assertEquals(new Point(1, 2), ((Point[][]) points)[0][0]);
        assertEquals(7, ((AtomicLong) codec.decode(codec.encode(new AtomicLong(7)))).get());
        assertTrue(((ArrayDeque<?>) codec.decode(codec.encode(new ArrayDeque<>(List.of(1))))).contains(1));
        assertTrue(((PriorityQueue<?>) codec.decode(codec.encode(new PriorityQueue<>(List.of(1))))).contains(1));
        assertEquals(int.class, codec.decode(codec.encode(int.class)));
    }

    @Test
    void plainValues_areNotSerialized_andCutOffOnesAreNotRead() throws Exception {
        for (Object value : List.of("äöü 😀", new byte[3], 7, 8L, true, false)) {
            byte[] bytes = codec.encode(value);
            assertTrue(bytes.length < 20, () -> value + " has " + bytes.length + " bytes");
        }
        for (Object value : List.of(7, 8L, true)) {
            byte[] bytes = codec.encode(value);
            assertThrows(IOException.class, () -> codec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
            assertThrows(IOException.class, () -> codec.decode(Arrays.copyOf(bytes, bytes.length - 1)));
        }
    }

    @Test
    void halfACharacter_comesBack() throws Exception {
        assertEquals("a\ud83d", codec.decode(codec.encode("a\ud83d")));
    }

    @Test
    void otherClass_isNotWritten() {
        InvalidClassException refused =
                assertThrows(InvalidClassException.class, () -> codec.encode(new ArrayList<>(List.of(new Other()))));
        assertTrue(refused.getMessage().contains("Other"), refused.getMessage());
        assertTrue(refused.getMessage().contains("tenon.session.allow"), refused.getMessage());
        assertThrows(InvalidClassException.class, () -> codec.encode(new Other[0]));
        assertThrows(
                InvalidClassException.class, () -> codec.encode(InetSocketAddress.createUnresolved("example.org", 1)));
    }

    @Test
    void otherClass_isNotReadEither() throws Exception {
        byte[] bytes = codec("dev.tenon.*").encode(new Other());
        assertThrows(InvalidClassException.class, () -> codec.decode(bytes));
    }

    @Test
    void packagePattern_standsForAllBelow() throws Exception {
        codec("dev.tenon.session.*").encode(new Other());
        assertThrows(InvalidClassException.class, () -> codec("dev.tenon.sess").encode(new Other()));
        assertThrows(InvalidClassException.class, () -> codec("dev.ten.*").encode(new Other()));
    }

    @Test
    void lambda_isRefused() {
        Runnable lambda = (Runnable & Serializable) () -> {};
        assertThrows(Exception.class, () -> codec("dev.tenon.*").encode(lambda));
    }

    @Test
    void missingClass_isSaid() throws Exception {
        byte[] bytes = codec.encode(new Point(1, 2));
        String name = Point.class.getName();
        byte[] renamed = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(name, name.replace("Point", "Paint"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(ClassNotFoundException.class, () -> codec.decode(renamed));
    }

    @Test
    void tooDeepGraph_isNotRead() throws Exception {
        Object[] nested = new Object[0];
        for (int i = 0; i < 100; i++) {
            nested = new Object[] {nested};
        }
        byte[] bytes = codec.encode(nested);
        assertThrows(InvalidClassException.class, () -> codec.decode(bytes));
    }

    @Test
    void arrayLargerThanItsBytes_isNotRead() throws Exception {
        byte[] bytes = codec.encode(new long[1]);
        bytes[bytes.length - 10] = 127; // the length, before eight bytes of content
        assertThrows(InvalidClassException.class, () -> codec.decode(bytes));
    }

    @Test
    void notSerializable_isNotAccepted() {
        assertFalse(codec.accepts(Optional.empty()));
        assertThrows(NotSerializableException.class, () -> codec.encode(List.of(Optional.empty())));
    }

    private record Point(int x, int y) implements Serializable {}

    private static final class Other implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
