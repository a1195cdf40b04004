package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private final RecordingCodec codec = new RecordingCodec();

    @Test
    void onlyWhatIsAskedFor_isDecoded() throws Exception {
        Attributes attributes = stored(Map.of("a", "1", "b", "2"));
        attributes.get("a");
        attributes.get("a");
        assertTrue(attributes.changes(Optional.empty()).isEmpty());
        assertEquals(List.of("1"), codec.decoded);
    }

    @Test
    void changeInPlace_isNoticedOnce() throws Exception {
        Attributes attributes = stored(Map.of("list", new ArrayList<>(List.of(1)), "other", new int[1]));
        addTo(attributes.get("list"), 2);
        attributes.get("other");
        SessionDelta delta = attributes.changes(Optional.empty());
        assertEquals(Set.of("list"), delta.set().keySet());
        attributes.saved(delta);
        assertTrue(attributes.changes(Optional.empty()).isEmpty());
    }

    @SuppressWarnings("unchecked") // what the test put there
    private static void addTo(Object list, Integer element) {
        ((List<Integer>) list).add(element);
    }

    @Test
    void mapThatWasOnlyRead_isNoChange() throws Exception {
        HashMap<String, String> cart = new HashMap<>(64);
        cart.put("book", "1");
        Attributes attributes = stored(Map.of("cart", cart));
        attributes.get("cart");
        assertTrue(attributes.changes(Optional.empty()).isEmpty());
    }

    @Test
    void removedAndSetAgain() throws Exception {
        Attributes attributes = stored(Map.of("a", "1", "b", "2"));
        attributes.remove("a");
        attributes.remove("b");
        attributes.set("b", "two");
        SessionDelta delta = attributes.changes(Optional.empty());
        assertEquals(Set.of("a"), delta.removed());
        assertEquals(Set.of("b"), delta.set().keySet());
        attributes.saved(delta);
        assertTrue(attributes.changes(Optional.empty()).isEmpty());
    }

    @Test
    void unreadableAttribute_keepsItsBytes() {
        byte[] garbage = "no object".getBytes(StandardCharsets.UTF_8);
        Attributes attributes = new Attributes(codec, 1_000, Map.of("a", garbage, "b", garbage));
        assertNull(attributes.get("a"));
        assertEquals(Set.of("a", "b"), attributes.names());
        assertTrue(attributes.changes(Optional.empty()).isEmpty());
        attributes.set("a", "readable");
        assertEquals(Set.of("a"), attributes.changes(Optional.empty()).set().keySet());
    }

    @Test
    void tooLargeAttribute_isRefusedByName() {
        Attributes attributes = new Attributes(codec, 1_000, Map.of());
        attributes.set("picture", new byte[1_000]);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> attributes.changes(Optional.empty()));
        assertTrue(refused.getMessage().contains("picture"), refused.getMessage());
        assertTrue(refused.getMessage().contains("tenon.session.attributeSize"), refused.getMessage());
    }

    @Test
    void partThatIsNotSerializable_isRefusedByName() {
        Attributes attributes = new Attributes(codec, 1_000, Map.of());
        attributes.set("odd", new ArrayList<>(List.of(new Object())));
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> attributes.changes(Optional.empty()));
        assertTrue(refused.getMessage().contains("odd"), refused.getMessage());
    }

    @Test
    void encodedValue_isWhatTheCodecMade() throws Exception {
        Attributes attributes = new Attributes(codec, 1_000, Map.of());
        attributes.set("a", "1");
        assertArrayEquals(
                codec.encode("1"), attributes.changes(Optional.empty()).set().get("a"));
    }

    private Attributes stored(Map<String, ? extends Serializable> values) throws Exception {
        Map<String, byte[]> bytes = new HashMap<>();
        for (Map.Entry<String, ? extends Serializable> value : values.entrySet()) {
            bytes.put(value.getKey(), codec.encode(value.getValue()));
        }
        return new Attributes(codec, 1_000, bytes);
    }

    /** Java serialization that writes down what it decodes. */
    private static final class RecordingCodec implements AttributeCodec {
        private final AttributeCodec real = new JavaSerialization(AttributesTest.class.getClassLoader(), type -> true);
        private final List<Object> decoded = new ArrayList<>();

        @Override
        public boolean accepts(Object value) {
            return real.accepts(value);
        }

        @Override
        public byte[] encode(Object value) throws IOException {
            return real.encode(value);
        }

        @Override
        public Object decode(byte[] bytes) throws IOException, ClassNotFoundException {
            Object value = real.decode(bytes);
            decoded.add(value);
            return value;
        }
    }
}
