package dev.tenon.realtime.admin;

import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.RealtimeCounts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much this server has to do, as the page knows it. */
final class ServerStats {
    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();
    private final String hostname = hostname();
    private final long pid = ProcessHandle.current().pid();
    private final Realtime io;
    private final String serverId;
    private final Traffic traffic;

    ServerStats(Realtime io, AdminOptions options, Traffic traffic) {
        this.io = io;
        this.serverId = options.serverId().orElse(hostname + "#" + pid);
        this.traffic = traffic;
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Returns it, with what happened since the last time. */
    Map<String, Object> next() {
        RealtimeCounts counts = io.counts();
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("serverId", serverId);
        stats.put("hostname", hostname);
        stats.put("pid", pid);
        stats.put("uptime", (System.nanoTime() - began) / NANOS);
        stats.put("clientsCount", counts.clients());
        stats.put("pollingClientsCount", counts.transports().getOrDefault("polling", 0));
        stats.put("aggregatedEvents", traffic.take());
        stats.put("namespaces", namespaces(counts));
        return stats;
    }

    private static List<Map<String, Object>> namespaces(RealtimeCounts counts) {
        return counts.sockets().entrySet().stream()
                .map(entry -> Map.<String, Object>of("name", entry.getKey(), "socketsCount", entry.getValue()))
                .toList();
    }
}
