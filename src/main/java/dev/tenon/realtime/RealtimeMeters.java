package dev.tenon.realtime;

import dev.tenon.kernel.Meters;

/** Shows how much a server has to do. */
final class RealtimeMeters {
    private final RealtimeServer server;

    RealtimeMeters(RealtimeServer server) {
        this.server = server;
    }

    void addTo(Meters meters) {
        meters.gauge(
                "realtime.clients", "open connections", () -> server.counts().clients());
        meters.gauge("realtime.sockets", "connected sockets, of all namespaces", this::sockets);
        meters.gauge("realtime.rooms", "rooms, those of single sockets included", this::rooms);
    }

    private long sockets() {
        return server.namespaces().all().stream()
                .mapToLong(ServerNamespace::size)
                .sum();
    }

    private long rooms() {
        return server.namespaces().all().stream()
                .mapToLong(namespace -> namespace.rooms().size())
                .sum();
    }
}
