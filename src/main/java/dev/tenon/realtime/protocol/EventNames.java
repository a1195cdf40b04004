package dev.tenon.realtime.protocol;

import java.util.Objects;
import java.util.Set;

/** Knows the names that the two ends use between themselves, so that no packet can pretend to be one of them. */
public final class EventNames {
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private EventNames() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /**
     * Returns the name.
     *
     * @throws IllegalArgumentException if it is reserved
     */
    public static String check(String name) {
        if (isReserved(Objects.requireNonNull(name, "event"))) {
            throw new IllegalArgumentException("'" + name + "' is a reserved event name");
        }
        return name;
    }
}
