package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonCodecTest {
    private final AttributeCodec codec = AttributeCodec.json();

    @Test
    void valuesThatJsonCarries_comeBackEqual() throws Exception {
        for (Object value : List.of(
                "mia \u00e4\ud83d\ude00",
                true,
                1,
                Long.MAX_VALUE,
                BigInteger.TEN.pow(30),
                new BigDecimal("1.50"),
                Arrays.asList(1, null, "a"),
                Map.of("cart", List.of(Map.of("book", 1))))) {
            assertTrue(codec.accepts(value), value::toString);
            assertEquals(value, codec.decode(codec.encode(value)));
        }
    }

    @Test
    void valuesThatWouldComeBackOtherwise_areNotAccepted() {
        for (Object value : List.of(
                1L,
                1.5,
                Double.NaN,
                'a',
                Instant.EPOCH,
                new byte[1],
                Set.of(1),
                Map.of(1, "a"),
                List.of(1L),
                new Point(1, 2),
                new Object(),
                "half \ud83d")) {
            assertFalse(codec.accepts(value), value::toString);
        }
    }

    @Test
    void listThatHoldsItself_isNotAccepted() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertFalse(codec.accepts(list));
    }

    @Test
    void valueChangedInPlace_isCheckedWhenItIsSaved() {
        List<Object> list = new ArrayList<>();
        assertTrue(codec.accepts(list));
        list.add(1.5);
        assertThrows(IOException.class, () -> codec.encode(list));
    }

    @Test
    void otherBytes_areNotRead() {
        for (String text : List.of("", "null", "{", "\u00ac\u00ed\u0000\u0005t")) {
            assertThrows(IOException.class, () -> codec.decode(text.getBytes(UTF_8)));
        }
    }

    @Test
    void session_keepsJson() {
        SessionsOfATest app =
                new SessionsOfATest(SessionOptions.builder().codec(codec).build());
        StoredHttpSession session = app.saved();
        session.setAttribute("cart", Map.of("book", 1));
        session.save();
        assertEquals(Map.of("book", 1), app.next(session).getAttribute("cart"));
    }

    private record Point(int x, int y) {}
}
