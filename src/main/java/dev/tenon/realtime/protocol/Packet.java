package dev.tenon.realtime.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One packet (Socket.IO protocol 5, "Packet encoding").
 *
 * @param type what it is about
 * @param namespace begins with a slash
 * @param data a tree of values, in which bytes may stand anywhere for an event or an ack; null for none
 * @param id pairs an event with its ack; {@link #NO_ID} for none
 */
public record Packet(PacketType type, String namespace, Object data, long id) {
    /** Nobody waits for an ack: {@value}. */
    public static final long NO_ID = -1;

    /** Returns a packet, which {@link #checked} has to see if it came from outside. */
    public Packet {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(namespace, "namespace");
    }

    /** Returns a packet without an id. */
    public static Packet of(PacketType type, String namespace, Object data) {
        return new Packet(type, namespace, data, NO_ID);
    }

    /**
     * Returns an event.
     *
     * @param id of the ack that is asked for, or {@link #NO_ID}
     * @throws IllegalArgumentException if the name is reserved
     */
    public static Packet event(String namespace, String name, Object[] args, long id) {
        List<Object> data = new ArrayList<>(values(args));
        data.add(0, EventNames.check(name));
        return new Packet(PacketType.EVENT, namespace, data, id);
    }

    /** Returns the ack of the event with this id. */
    public static Packet ack(String namespace, Object[] args, long id) {
        return new Packet(PacketType.ACK, namespace, values(args), id);
    }

    /** Returns the arguments as a list; Java hands over no array at all where a single null was written. */
    private static List<Object> values(Object[] args) {
        return args == null ? Collections.singletonList(null) : Arrays.asList(args);
    }

    /**
     * Returns this packet, as a client may send it, whatever parser it uses.
     *
     * @throws PacketException if no namespace has this name, or its data is none of its type
     */
    public Packet checked() {
        if (!namespace.startsWith("/") || namespace.indexOf(',') >= 0) {
            throw new PacketException("a name that no namespace has");
        }
        boolean valid =
                switch (type) {
                    case CONNECT -> data == null || data instanceof Map;
                    case DISCONNECT -> data == null;
                    case EVENT -> isEvent(data);
                    case ACK -> data instanceof List && hasId();
                    case CONNECT_ERROR -> data instanceof Map || data instanceof String;
                };
        if (!valid) {
            throw new PacketException("data that no packet of type " + type + " has");
        }
        return this;
    }

    private static boolean isEvent(Object data) {
        return data instanceof List<?> list
                && !list.isEmpty()
                && list.get(0) instanceof String name
                && !EventNames.isReserved(name);
    }

    /** Returns whether the sender waits for an ack. */
    public boolean hasId() {
        return id != NO_ID;
    }

    /**
     * Returns the name and the arguments of an event, or the arguments of an ack.
     *
     * @throws ClassCastException if it is neither
     */
    @SuppressWarnings("unchecked") // a JSON array of any values
    public List<Object> args() {
        return (List<Object>) data;
    }
}
