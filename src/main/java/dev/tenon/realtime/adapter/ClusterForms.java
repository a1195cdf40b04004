package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketException;
import dev.tenon.realtime.protocol.PacketForm;
import dev.tenon.realtime.protocol.PacketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The trees in which the reference's servers tell each other packets, targets and sockets. What is malformed is a {@link PacketException}. */
public final class ClusterForms {
    /** Beyond the reference: the server that asks for sockets takes an answer in several. */
    public static final String PAGES = "pages";

    /** Beyond the reference: more sockets follow. */
    public static final String MORE = "more";

    private static final int EVENT = 2;
    private static final int BINARY_EVENT = 5;
    private static final Duration LONGEST = Duration.ofDays(1);

    private ClusterForms() {}

    /** Returns an event as {@code {type, data, nsp}}, with an {@code id} if it has one. */
    public static Map<String, Object> packet(Packet packet) {
        return PacketForm.write(packet);
    }

    /** Returns the event of a namespace; {@code nsp} is {@code /} where it is missing, as it is in what emitters of old say. */
    public static Packet packet(Object form, String namespace) {
        Map<String, Object> packet = object(form);
        int type = integer(packet.get("type"));
        if ((type != EVENT && type != BINARY_EVENT) || !namespace.equals(packet.getOrDefault("nsp", "/"))) {
            throw new PacketException("no event of " + namespace);
        }
        long id = packet.get("id") instanceof Number number ? number.longValue() : Packet.NO_ID;
        return new Packet(PacketType.EVENT, namespace, event(packet.get("data")), id);
    }

    /** Returns an array that begins with the name of an event. */
    public static List<Object> event(Object form) {
        List<Object> event = array(form);
        if (event.isEmpty() || !(event.get(0) instanceof String)) {
            throw new PacketException("an event without a name");
        }
        return event;
    }

    /** Returns a target as {@code {rooms, except, flags}}. */
    public static Map<String, Object> opts(Target target) {
        Map<String, Object> flags = new LinkedHashMap<>();
        if (target.flags().isVolatile()) {
            flags.put("volatile", true);
        }
        if (!target.flags().compress()) {
            flags.put("compress", false);
        }
        if (!target.flags().timeout().equals(Flags.DEFAULT.timeout())) {
            flags.put("timeout", target.flags().timeout().toMillis());
        }
        return Map.of("rooms", target.rooms(), "except", target.except(), "flags", flags);
    }

    /** Returns the target on this server. */
    public static Target target(Object form) {
        Map<String, Object> opts = object(form);
        return new Target(names(opts.get("rooms")), names(opts.get("except")), flags(opts.get("flags")));
    }

    private static Flags flags(Object form) {
        if (!(form instanceof Map<?, ?> flags)) {
            return Flags.DEFAULT;
        }
        return new Flags(
                Boolean.TRUE.equals(flags.get("volatile")),
                !Boolean.FALSE.equals(flags.get("compress")),
                false,
                timeout(flags.get("timeout")));
    }

    private static Duration timeout(Object form) {
        if (!(form instanceof Number millis) || millis.longValue() <= 0) {
            return Flags.DEFAULT.timeout();
        }
        return Duration.ofMillis(Math.min(millis.longValue(), LONGEST.toMillis()));
    }

    /** Returns a socket as {@code {id, handshake, rooms, data}}, without the data that has no JSON form. */
    public static Map<String, Object> details(SocketDetails details) {
        return Map.of(
                "id",
                details.id(),
                "handshake",
                details.handshake(),
                "rooms",
                details.rooms(),
                "data",
                data(details.data()));
    }

    /** Returns what an application keeps with a socket, without what has no JSON form. */
    public static Map<String, Object> data(Map<String, Object> kept) {
        Map<String, Object> data = new LinkedHashMap<>();
        kept.forEach((name, value) -> {
            if (hasForm(value)) {
                data.put(name, value);
            }
        });
        return data;
    }

    private static boolean hasForm(Object value) {
        try {
            return MessagePack.write(value).length > 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Returns what another server said about a socket; what is missing is empty. */
    public static SocketDetails details(Object form) {
        Map<String, Object> socket = object(form);
        return new ClusterMessage.RemoteDetails(
                Objects.toString(socket.get("id")),
                objectOrEmpty(socket.get("handshake")),
                Set.copyOf(names(socket.get("rooms"))),
                objectOrEmpty(socket.get("data")));
    }

    /** Returns the names in an array; JavaScript's may be numbers. */
    public static Set<String> names(Object form) {
        Set<String> names = new HashSet<>();
        if (form instanceof Collection<?> all) {
            all.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /** Returns a map with names. */
    @SuppressWarnings("unchecked") // readers make no others
    public static Map<String, Object> object(Object form) {
        if (form instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new PacketException("no object where one belongs");
    }

    /** Returns a map with names, empty where there is none. */
    public static Map<String, Object> objectOrEmpty(Object form) {
        return form instanceof Map ? object(form) : Map.of();
    }

    /** Returns an array. */
    public static List<Object> array(Object form) {
        if (form instanceof Collection<?> items) {
            return new ArrayList<>(items);
        }
        throw new PacketException("no array where one belongs");
    }

    /** Adds a member that is true; none where it is not. */
    public static void putIf(boolean set, Map<String, Object> form, String member) {
        if (set) {
            form.put(member, true);
        }
    }

    /** Returns whether a member is true. */
    public static boolean has(Map<String, Object> form, String member) {
        return Boolean.TRUE.equals(form.get(member));
    }

    /** Returns a number that fits. */
    public static int integer(Object form) {
        if (form instanceof Integer number) {
            return number;
        }
        throw new PacketException("no number where one belongs");
    }

    /** Returns what was answered: an argument, or none at all where the member is missing. */
    public static List<Object> answer(Map<String, Object> form, String member) {
        List<Object> args = new ArrayList<>(1);
        if (form.containsKey(member)) {
            args.add(form.get(member));
        }
        return args;
    }
}
