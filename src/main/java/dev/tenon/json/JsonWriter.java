package dev.tenon.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/** Writes one tree with a stack of its own. */
final class JsonWriter {
    private static final int MAX_DEPTH = 1_000;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().recyclerPool(JsonBuffers.POOL).build();

    private final JsonGenerator out;
    private final Function<byte[], Object> binary;
    private final Deque<Iterator<?>> open = new ArrayDeque<>();

    private JsonWriter(JsonGenerator out, Function<byte[], Object> binary) {
        this.out = out;
        this.binary = binary;
    }

    static String write(Object value, Function<byte[], Object> binary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            new JsonWriter(out, binary).writeAll(value);
        } catch (IOException e) {
            throw new JsonException("no JSON form: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private void writeAll(Object value) throws IOException {
        writeValue(value);
        while (!open.isEmpty()) {
            Iterator<?> children = open.peek();
            if (children.hasNext()) {
                writeChild(children.next());
            } else {
                leave();
            }
        }
    }

    private void writeChild(Object child) throws IOException {
        if (out.getOutputContext().inObject()) {
            Map.Entry<?, ?> member = (Map.Entry<?, ?>) child;
            out.writeFieldName(String.valueOf(member.getKey()));
            writeValue(member.getValue());
        } else {
            writeValue(child);
        }
    }

    private void writeValue(Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Map<?, ?> map) {
            enterObject(map);
        } else if (value instanceof Iterable<?> items) {
            enterArray(items);
        } else {
            writeOther(value);
        }
    }

    private void writeOther(Object value) throws IOException {
        byte[] bytes = JsonForms.bytes(value);
        writeValue(bytes == null ? JsonForms.plain(value) : binary.apply(bytes));
    }

    private void enterObject(Map<?, ?> map) throws IOException {
        out.writeStartObject();
        enter(map.entrySet().iterator());
    }

    private void enterArray(Iterable<?> items) throws IOException {
        out.writeStartArray();
        enter(items.iterator());
    }

    private void enter(Iterator<?> children) {
        if (open.size() == MAX_DEPTH) {
            throw new JsonException("nested deeper than " + MAX_DEPTH, null);
        }
        open.push(children);
    }

    private void leave() throws IOException {
        open.pop();
        if (out.getOutputContext().inObject()) {
            out.writeEndObject();
        } else {
            out.writeEndArray();
        }
    }

    private void writeNumber(Number number) throws IOException {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.writeNumber(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else {
            writeDouble(number);
        }
    }

    private void writeDouble(Number number) throws IOException {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            out.writeNumber((long) value); // JavaScript writes 1, not 1.0
        } else {
            out.writeNumber(number.toString());
        }
    }
}
