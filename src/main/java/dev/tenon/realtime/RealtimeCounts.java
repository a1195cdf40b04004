package dev.tenon.realtime;

import java.util.Map;

/**
 * How much a server has to do at one moment, for monitoring.
 *
 * @param clients the open connections, whatever namespaces they joined
 * @param transports how many of them each transport carries: {@code polling}, {@code websocket}
 * @param sockets how many sockets are connected in each namespace
 */
public record RealtimeCounts(int clients, Map<String, Integer> transports, Map<String, Integer> sockets) {
    /** Returns the counts with copies of the maps. */
    public RealtimeCounts {
        transports = Map.copyOf(transports);
        sockets = Map.copyOf(sockets);
    }
}
