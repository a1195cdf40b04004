package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.Meters;
import dev.tenon.kernel.Timer;
import dev.tenon.kernel.web.AppMeters;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.adapter.RoomEvent;
import dev.tenon.realtime.engine.EngineAcceptor;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineSocket;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All namespaces and connections of one application. */
final class RealtimeServer implements Realtime, EngineAcceptor, AutoCloseable {
    /** What servers tell each other, and no application listens to: the alias of an HTTP session that has ended. */
    private static final String SESSION_ENDED = "tenon:session-ended";

    private final RealtimeOptions options;
    private final Timer timer;
    private final Executor workers;
    private final SessionAccess sessions;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Namespaces namespaces;
    private final Frames frames;
    private final ServerNamespace root;
    private volatile Meters meters = new Meters();
    private volatile Instrument instrument = Instrument.NONE;

    RealtimeServer(RealtimeOptions options, Timer timer, Executor workers, SessionAccess sessions) {
        this.options = options;
        this.timer = timer;
        this.workers = workers;
        this.sessions = sessions;
        this.frames = new Frames(options.parser());
        this.namespaces = new Namespaces(this);
        this.root = namespaces.of("/");
        if (options.disconnectOnSessionEnd()) {
            root.onServerSideEvent(SESSION_ENDED, args -> workers.execute(() -> end(args.text(0))));
        }
    }

    /** Counts in these meters from now on. */
    void countIn(Meters shown) {
        meters = shown;
        new RealtimeMeters(this).addTo(shown);
    }

    /** Lets an instrument hear of new sockets from now on. */
    void watchedBy(Instrument watcher) {
        instrument = watcher;
    }

    Instrument instrument() {
        return instrument;
    }

    void countRefusal(HttpProblem problem) {
        AppMeters.countRefusal(meters, problem);
    }

    RealtimeOptions options() {
        return options;
    }

    Timer timer() {
        return timer;
    }

    Executor workers() {
        return workers;
    }

    Frames frames() {
        return frames;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    @Override
    public Namespace of(String name) {
        return namespaces.of(name);
    }

    @Override
    public Namespace of(Pattern pattern) {
        return of(new PatternRule(pattern));
    }

    @Override
    public Namespace of(NamespaceRule rule) {
        return namespaces.parent(rule);
    }

    @Override
    public Realtime onNewNamespace(Consumer<Namespace> listener) {
        namespaces.onNew(listener);
        return this;
    }

    @Override
    public RealtimeCounts counts() {
        Map<String, Integer> transports = new HashMap<>();
        connections.forEach(connection -> transports.merge(connection.transport(), 1, Integer::sum));
        Map<String, Integer> sockets = new HashMap<>();
        namespaces.all().forEach(namespace -> sockets.put(namespace.name(), namespace.size()));
        return new RealtimeCounts(connections.size(), transports, sockets);
    }

    @Override
    public boolean allows(EngineHandshake handshake) {
        return options.allowRequest().test(Handshake.of(handshake, Map.of(), session(handshake)));
    }

    private Optional<SocketSession> session(EngineHandshake handshake) {
        return handshake.owner().map(this::sessionOf);
    }

    @Override
    public EngineListener accept(EngineSocket socket, EngineHandshake handshake) {
        Connection connection = new Connection(this, socket, handshake, session(handshake));
        connections.add(connection);
        try {
            connection.open();
            connection.endWithItsSession();
            return connection;
        } catch (RuntimeException e) {
            connection.closed("forced close"); // nobody else will say so: the engine knows no listener yet
            throw e;
        }
    }

    /** Returns the HTTP session that the engine calls an owner. */
    SocketSession sessionOf(Object owner) {
        return new SocketSession((SessionRef) owner, sessions);
    }

    String alias(HttpSession session) {
        return sessions.alias(session);
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    /**
     * Hears that an HTTP session ended; its sockets end, here and on the other servers. On a worker's thread, for the caller's may hold locks of
     * the container.
     */
    void sessionEnded(SessionRef session) {
        workers.execute(() -> {
            end(session.alias());
            root.serverSideEmit(SESSION_ENDED, session.alias());
        });
    }

    private void end(String alias) {
        connections.stream()
                .filter(connection -> connection
                        .session()
                        .map(SocketSession::id)
                        .filter(alias::equals)
                        .isPresent())
                .forEach(Connection::disconnect);
    }

    /** Ends every connection, and then the adapters. */
    @Override
    public void close() {
        connections.forEach(connection -> connection.close("server shutting down"));
        namespaces.close();
    }

    @Override
    public String name() {
        return root.name();
    }

    @Override
    public Namespace use(Middleware middleware) {
        return root.use(middleware);
    }

    @Override
    public Namespace onConnection(Consumer<Socket> listener) {
        return root.onConnection(listener);
    }

    @Override
    public Map<String, Socket> sockets() {
        return root.sockets();
    }

    @Override
    public Optional<Socket> socket(String id) {
        return root.socket(id);
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return root.rooms();
    }

    @Override
    public Broadcast broadcast() {
        return root.broadcast();
    }

    @Override
    public Namespace onRoomEvent(Consumer<RoomEvent> listener) {
        return root.onRoomEvent(listener);
    }

    @Override
    public Namespace onServerSideEvent(String event, EventListener listener) {
        return root.onServerSideEvent(event, listener);
    }
}
