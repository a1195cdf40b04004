package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import java.io.IOException;

/** Attributes as JSON (RFC 8259) in UTF-8: those values only that come back equal. Thread-safe. */
final class JsonCodec implements AttributeCodec {
    @Override
    public boolean accepts(Object value) {
        try {
            encode(value);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public byte[] encode(Object value) throws IOException {
        try {
            byte[] bytes = Json.write(value).getBytes(UTF_8);
            if (value.equals(decode(bytes))) {
                return bytes;
            }
        } catch (JsonException e) {
            throw new IOException(e.getMessage(), e);
        }
        throw new IOException("a " + value.getClass().getName() + " would not come back from JSON as it is");
    }

    @Override
    public Object decode(byte[] bytes) throws IOException {
        try {
            Object value = Json.parse(new String(bytes, UTF_8));
            if (value == null) {
                throw new IOException("null is no value of an attribute");
            }
            return value;
        } catch (JsonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
