package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.realtime.adapter.ClusterFormat;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.protocol.PacketException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.exceptions.JedisException;

/**
 * An entry of the stream of {@code @socket.io/redis-streams-adapter}: {@code uid}, {@code nsp}, {@code type}, and {@code data} in JSON, or in MessagePack
 * as Base64 where there are bytes in it.
 *
 * @param id its place in the stream
 */
record StreamEntry(String id, Map<String, String> fields) {
    /** Returns the entries in a reply of Redis. */
    static List<StreamEntry> list(Object reply) {
        if (reply instanceof JedisException refused) {
            throw refused;
        }
        List<StreamEntry> entries = new ArrayList<>();
        for (Object item : (List<?>) reply) {
            List<?> pair = (List<?>) item;
            if (pair.get(1) != null) { // deleted meanwhile
                entries.add(new StreamEntry(text(pair.get(0)), fields((List<?>) pair.get(1))));
            }
        }
        return entries;
    }

    private static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(text(flat.get(i)), text(flat.get(i + 1)));
        }
        return fields;
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }

    /** Compares two places in the stream: milliseconds, and a number where several are of the same one. */
    static int compareIds(String one, String other) {
        int byTime = Long.compareUnsigned(part(one, 0), part(other, 0));
        return byTime != 0 ? byTime : Long.compareUnsigned(part(one, 1), part(other, 1));
    }

    private static long part(String id, int index) {
        return Long.parseUnsignedLong(id.split("-", 2)[index]);
    }

    String namespace() {
        return fields.getOrDefault("nsp", "");
    }

    String uid() {
        return fields.getOrDefault("uid", "");
    }

    /** Returns the name that the writer gave it, which nobody else reads. */
    String ref() {
        return fields.getOrDefault("ref", "");
    }

    /** Returns what it says; empty for what only counts servers. */
    Optional<ClusterMessage> message() {
        try {
            int type = Integer.parseInt(fields.getOrDefault("type", ""));
            return ClusterFormat.message(type, data(), namespace());
        } catch (NumberFormatException e) {
            throw new PacketException("no type of a message");
        }
    }

    private Object data() {
        String data = fields.getOrDefault("data", "");
        if (data.isEmpty()) {
            return Map.of();
        }
        byte[] bytes = data.getBytes(UTF_8);
        try {
            return JsonOrMessagePack.read(
                    JsonOrMessagePack.isJson(bytes)
                            ? bytes
                            : Base64.getDecoder().decode(bytes));
        } catch (IllegalArgumentException e) {
            throw new PacketException("no data of a message: " + e.getMessage());
        }
    }

    /** Returns data as it stands in an entry. */
    static String write(Map<String, Object> data) {
        byte[] bytes = JsonOrMessagePack.write(data);
        return JsonOrMessagePack.isJson(bytes)
                ? new String(bytes, UTF_8)
                : Base64.getEncoder().encodeToString(bytes);
    }
}
