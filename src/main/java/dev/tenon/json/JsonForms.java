package dev.tenon.json;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What Java values beyond the tree's own look like in JSON. */
final class JsonForms {
    private JsonForms() {}

    /** Returns the bytes of a binary value, or null if it is none. */
    static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            return copy;
        }
        return null;
    }

    /** Returns what a value is in a tree, one level of it; bytes are bytes. */
    static Object tree(Object value) {
        Object form = value;
        while (!isTree(form)) {
            byte[] bytes = bytes(form);
            form = bytes == null ? plain(form) : bytes;
        }
        return form;
    }

    private static boolean isTree(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Map
                || value instanceof Iterable
                || value instanceof byte[];
    }

    /** Returns a value that the writer knows. */
    static Object plain(Object value) {
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof TemporalAccessor) {
            return value.toString();
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        return structure(value);
    }

    private static Object structure(Object value) {
        if (value instanceof Record item) {
            return members(item);
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .toList();
        }
        throw new JsonException(value.getClass().getName() + " has no JSON form; give a record, a Map or a List", null);
    }

    private static Map<String, Object> members(Record item) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            members.put(component.getName(), read(item, component));
        }
        return members;
    }

    private static Object read(Record item, RecordComponent component) {
        try {
            component.getAccessor().trySetAccessible(); // a record nested in an application's package-private class
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException e) {
            throw new JsonException(
                    "cannot read " + component.getName() + " of "
                            + item.getClass().getName(),
                    e);
        }
    }
}
