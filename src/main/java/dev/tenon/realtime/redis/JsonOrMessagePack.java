package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import dev.tenon.realtime.adapter.ClusterForms;
import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.protocol.PacketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects in JSON, or in MessagePack where there are bytes in them: the first byte tells which. */
final class JsonOrMessagePack {
    private JsonOrMessagePack() {}

    /**
     * Returns an object as bytes.
     *
     * @throws IllegalArgumentException if a value in it has no JSON form
     */
    static byte[] write(Map<String, Object> form) {
        List<byte[]> binary = new ArrayList<>(0);
        try {
            String text = Json.write(form, bytes -> {
                binary.add(bytes);
                return null;
            });
            return binary.isEmpty() ? text.getBytes(UTF_8) : MessagePack.write(form);
        } catch (JsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Returns whether these bytes are JSON. */
    static boolean isJson(byte... message) {
        return message.length > 0 && message[0] == '{';
    }

    /**
     * Returns the object.
     *
     * @throws PacketException if it is none
     */
    static Map<String, Object> read(byte... message) {
        if (!isJson(message)) {
            return ClusterForms.object(MessagePack.read(message));
        }
        try {
            return ClusterForms.object(Json.parse(new String(message, UTF_8)));
        } catch (JsonException e) {
            throw new PacketException("no JSON: " + e.getMessage());
        }
    }
}
