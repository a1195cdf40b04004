package dev.tenon.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void numbers_keepEveryDigit() {
        assertEquals(
                List.of(
                        1,
                        99999999999L,
                        new BigInteger("99999999999999999999"),
                        new BigDecimal("0.10"),
                        new BigDecimal("1E+400")),
                Json.parse("[1,99999999999,99999999999999999999,0.10,1e400]"));
    }

    @Test
    void tree_isWrittenAsItWasRead() {
        String text = "{\"b\":[1,{\"c\":null,\"d\":[]},true],\"a\":\"\\u0001é\\\"\"}";
        assertEquals(text, Json.write(Json.parse(text)));
    }

    @Test
    void thread_keepsNothingOfTheReaderAndWriter() throws Exception {
        WeakReference<ClassLoader> loader = used(home(Json.class), home(JsonFactory.class));
        for (int i = 0; i < 10 && loader.get() != null; i++) {
            System.gc();
        }
        assertNull(loader.get());
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static WeakReference<ClassLoader> used(URL... jars) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Class<?> json = loader.loadClass(Json.class.getName());
            Object tree = json.getMethod("parse", String.class).invoke(null, "[1]");
            json.getMethod("write", Object.class).invoke(null, tree);
            return new WeakReference<>(loader);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\"}",
                "[1] 2",
                "nul",
                "'a'",
                "NaN",
                "[01]",
                "[1e99999999999]",
                "{\"a\":1,}",
                "\"\u0001\"",
                "1 1",
                "//x\n1"
            })
    void text_thatIsNotOneValue_isRefused(String text) {
        assertThrows(JsonException.class, () -> Json.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void text_nestedTooDeep_isRefused(int depth) {
        assertThrows(JsonException.class, () -> Json.parse("[".repeat(depth) + "]".repeat(depth)));
    }

    @Test
    void text_nestedToTheLimit_isRead() {
        String text = "[".repeat(200) + "]".repeat(200);
        assertEquals(text, Json.write(Json.parse(text)));
    }

    @Test
    void duplicateKey_lastWins_orIsRefused() {
        assertEquals(Map.of("a", 2), Json.parse("{\"a\":1,\"a\":2}"));
        JsonLimits strict = JsonLimits.DEFAULT.withDuplicateKeys(false);
        assertThrows(JsonException.class, () -> Json.parse("{\"a\":1,\"a\":2}", strict));
    }

    @Test
    void value_nestedInItself_isRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThrows(JsonException.class, () -> Json.write(endless));
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // applications still have some
    void javaValues_areWrittenAsJavaScriptWouldSayThem() {
        Object value = Arrays.asList(
                1.0,
                1.5,
                Double.NaN,
                1.5f,
                'c',
                Color.RED,
                Optional.empty(),
                new int[] {1, 2},
                Instant.EPOCH,
                new Date(0),
                new Point(1, "x"));
        assertEquals(
                "[1,1.5,null,1.5,\"c\",\"RED\",null,[1,2],\"1970-01-01T00:00:00Z\",\"1970-01-01T00:00:00Z\",{\"x\":1,\"name\":\"x\"}]",
                Json.write(value));
    }

    @Test
    void bytes_areWhatTheCallerSays_orRefused() {
        Object value = List.of(new byte[3], Map.of("b", ByteBuffer.wrap(new byte[2])));
        assertEquals("[3,{\"b\":2}]", Json.write(value, bytes -> bytes.length));
        assertThrows(JsonException.class, () -> Json.write(value));
    }

    @Test
    void objectWithoutAForm_isRefused() {
        assertThrows(JsonException.class, () -> Json.write(new Object()));
    }

    private enum Color {
        RED
    }

    private record Point(int x, String name) {}
}
