package dev.tenon.realtime.admin;

import dev.tenon.kernel.web.Sweep;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.Instrument;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.Socket;
import dev.tenon.realtime.engine.EngineAcceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server side of the page: what the reference's {@code instrument} does. */
final class AdminInstrument implements Instrument {
    /** As often as the reference. */
    private static final Duration STATS_INTERVAL = Duration.ofSeconds(2);

    private final Traffic traffic = new Traffic();
    private final SecretRooms secrets = new SecretRooms();
    private final AdminOptions options;
    private final KnownNamespaces namespaces;
    private final Namespace admin;
    private final Feed feed;
    private final ServerStats stats;
    private final Optional<WatchedSockets> sockets;

    AdminInstrument(AdminOptions options, Realtime io, boolean clustered) {
        this.options = options;
        this.namespaces = new KnownNamespaces(io);
        this.admin = io.of(options.namespaceName());
        this.feed = new Feed(admin, clustered);
        this.stats = new ServerStats(io, options, traffic);
        this.sockets = options.mode() == AdminMode.DEVELOPMENT
                ? Optional.of(new WatchedSockets(feed, secrets))
                : Optional.empty();
    }

    /** Lets pages in, until the application stops. */
    void begin(WebApp app) {
        sockets.ifPresent(watched -> namespaces.each(watched::tellRooms));
        letIn(options.access());
        if (!options.readonly()) {
            new Commands(admin, namespaces).begin();
        }
        admin.onConnection(this::welcome);
        Sweep.begin(app, "tenon-realtime-admin", STATS_INTERVAL, this::tellStats);
    }

    private void letIn(Access access) {
        if (access instanceof Access.Credentials credentials) {
            SignIn.require(credentials.known(), admin);
        } else if (access instanceof Access.OfHandshake handshake) {
            admin.use((page, next) -> {
                if (handshake.allowed().test(page.handshake())) {
                    next.run();
                } else {
                    next.refuse("not authorized");
                }
            });
        }
    }

    private void welcome(Socket page) {
        page.emit("config", Map.of("supportedFeatures", features()));
        sockets.ifPresent(watched -> watched.tellAll(page, namespaces));
    }

    private List<String> features() {
        List<String> features = new ArrayList<>();
        if (!options.readonly()) {
            features.addAll(List.of("EMIT", "JOIN", "LEAVE", "DISCONNECT", "MJOIN", "MLEAVE", "MDISCONNECT"));
        }
        features.add("AGGREGATED_EVENTS");
        if (sockets.isPresent()) {
            features.add("ALL_EVENTS");
        }
        return features;
    }

    /** Returns whether there is more to tell at once. */
    private boolean tellStats() {
        namespaces.forgetEnded();
        feed.tell("server_stats", stats.next());
        sockets.ifPresent(WatchedSockets::tellData);
        return false;
    }

    @Override
    public EngineAcceptor watch(EngineAcceptor server) {
        return new CountedClients(server, traffic, secrets);
    }

    @Override
    public void connected(Socket socket) {
        boolean isPage = feed.knowsPage(socket);
        sockets.ifPresent(watched -> watched.connected(socket, isPage));
    }
}
