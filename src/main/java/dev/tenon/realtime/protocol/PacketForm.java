package dev.tenon.realtime.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/** A packet as the object that it is in JavaScript: {@code {type, data, id, nsp}}. What is malformed is a {@link PacketException}. */
public final class PacketForm {
    private static final long MAX_ID = (1L << 53) - 1; // what JavaScript can count without a gap

    private PacketForm() {}

    /** Returns the object; {@code data} and {@code id} are left out where there are none. */
    public static Map<String, Object> write(Packet packet) {
        Map<String, Object> form = new LinkedHashMap<>(8);
        form.put("type", packet.type().number());
        if (packet.data() != null) {
            form.put("data", packet.data());
        }
        if (packet.hasId()) {
            form.put("id", packet.id());
        }
        form.put("nsp", packet.namespace());
        return form;
    }

    /** Returns the packet, whose data may be anything; members that no packet has are passed over. */
    public static Packet read(Object form) {
        if (!(form instanceof Map<?, ?> packet)) {
            throw new PacketException("no packet, but a single value");
        }
        if (!(packet.get("nsp") instanceof String namespace)) {
            throw new PacketException("a packet without a namespace");
        }
        return new Packet(type(packet.get("type")), namespace, packet.get("data"), id(packet.get("id")));
    }

    private static PacketType type(Object form) {
        if (form instanceof Integer number && number >= 0 && number <= 9) {
            return PacketType.of((char) ('0' + number));
        }
        throw new PacketException("a packet of no type");
    }

    private static long id(Object form) {
        if (form == null) {
            return Packet.NO_ID;
        }
        long id = form instanceof Integer || form instanceof Long ? ((Number) form).longValue() : -1;
        if (id < 0 || id > MAX_ID) {
            throw new PacketException("an id that is no number");
        }
        return id;
    }
}
