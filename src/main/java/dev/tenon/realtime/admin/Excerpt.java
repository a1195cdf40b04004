package dev.tenon.realtime.admin;

import dev.tenon.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as a page shows it. Bytes, and what has no JSON form, are told in words; what is long is cut, so that no event fills the queue of a page. Not
 * thread-safe.
 */
final class Excerpt {
    private static final int MOST_CHARACTERS = 10_000;
    private static final int DEEPEST = 32;
    private static final int ENTRY = 8; // what a value takes besides its characters
    private static final String CUT = "…";

    private int room = MOST_CHARACTERS;

    private Excerpt() {}

    /** Returns the excerpt: maps, lists, texts, numbers, booleans and null. */
    static Object of(Object value) {
        return new Excerpt().value(value, 0);
    }

    private Object value(Object value, int depth) {
        if (depth > DEEPEST || room <= 0) {
            return CUT;
        }
        room -= ENTRY;
        try {
            return plain(Json.plain(value), depth + 1);
        } catch (RuntimeException e) { // no form, a record that throws, or a list that another thread changes
            return value.getClass().getName();
        }
    }

    private Object plain(Object plain, int depth) {
        if (plain instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        return plain instanceof Iterable<?> items ? list(items, depth) : single(plain);
    }

    private Object single(Object plain) {
        if (plain instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        return plain instanceof String text ? text(text) : plain;
    }

    private String text(String text) {
        String shown = text.length() <= room ? text : text.substring(0, Math.max(room, 0)) + CUT;
        room -= shown.length();
        return shown;
    }

    private Map<String, Object> map(Map<?, ?> map, int depth) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (room <= 0) {
                shown.put(CUT, CUT);
                break;
            }
            shown.put(text(String.valueOf(member.getKey())), value(member.getValue(), depth));
        }
        return shown;
    }

    private List<Object> list(Iterable<?> items, int depth) {
        List<Object> shown = new ArrayList<>();
        for (Object item : items) {
            shown.add(value(item, depth));
            if (room <= 0) {
                break;
            }
        }
        return shown;
    }
}
