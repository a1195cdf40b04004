package dev.tenon.realtime.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts attachments back where placeholders stand in a tree. The tree's depth is bounded by the reader of it, so recursion is safe. */
final class Placeholders {
    private static final String MARK = "_placeholder";
    private static final String INDEX = "num";

    private final List<byte[]> attachments;

    Placeholders(List<byte[]> attachments) {
        this.attachments = attachments;
    }

    /** Returns what stands for an attachment. */
    static Map<String, Object> of(int index) {
        Map<String, Object> placeholder = new LinkedHashMap<>(4); // stock clients and test-suites know this order
        placeholder.put(MARK, true);
        placeholder.put(INDEX, index);
        return placeholder;
    }

    /** Returns the value, or the bytes if it is a placeholder; what stands below it is changed in place. */
    @SuppressWarnings("unchecked") // a tree of the JSON reader
    Object fill(Object value) {
        if (value instanceof List<?> list) {
            ((List<Object>) list).replaceAll(this::fill);
        } else if (value instanceof Map<?, ?> map) {
            if (Boolean.TRUE.equals(map.get(MARK))) {
                return attachment(map.get(INDEX));
            }
            ((Map<String, Object>) map).replaceAll((name, member) -> fill(member));
        }
        return value;
    }

    private byte[] attachment(Object index) {
        boolean known = index instanceof Integer i && i >= 0 && i < attachments.size();
        byte[] attachment = known ? attachments.set((Integer) index, null) : null;
        if (attachment == null) {
            throw new PacketException("a placeholder without an attachment of its own");
        }
        return attachment;
    }
}
