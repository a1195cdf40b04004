package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.engine.EngineAcceptor;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineSocket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** All namespaces and connections of one application. */
final class RealtimeServer implements Realtime, EngineAcceptor, AutoCloseable {
    private final RealtimeOptions options;
    private final Timer timer;
    private final Executor workers;
    private final SessionAccess sessions;
    private final Map<String, ServerNamespace> namespaces = new ConcurrentHashMap<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ServerNamespace root = new ServerNamespace("/");

    RealtimeServer(RealtimeOptions options, Timer timer, Executor workers, SessionAccess sessions) {
        this.options = options;
        this.timer = timer;
        this.workers = workers;
        this.sessions = sessions;
        namespaces.put(root.name(), root);
    }

    RealtimeOptions options() {
        return options;
    }

    Timer timer() {
        return timer;
    }

    @Override
    public Namespace of(String name) {
        if (name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("the namespace '" + name + "' contains a comma");
        }
        return namespaces.computeIfAbsent(name.startsWith("/") ? name : "/" + name, ServerNamespace::new);
    }

    Optional<ServerNamespace> find(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    ServerSocket socket(ServerNamespace namespace, Connection connection, Handshake handshake) {
        return new ServerSocket(namespace, connection, handshake, new Acks(timer, workers));
    }

    @Override
    public EngineListener accept(EngineSocket socket, EngineHandshake handshake) {
        Optional<SocketSession> session =
                handshake.owner().map(owner -> new SocketSession((SessionRef) owner, sessions));
        Connection connection = new Connection(this, socket, handshake, session);
        connections.add(connection);
        return connection;
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    /** Hears that an HTTP session ended; its sockets end on a worker's thread, for the caller's may hold locks of the container. */
    void sessionEnded(SessionRef session) {
        workers.execute(() -> end(session.alias()));
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

    /** Ends every connection. */
    @Override
    public void close() {
        connections.forEach(connection -> connection.close("server shutting down"));
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
    public Broadcast to(String... rooms) {
        return root.to(rooms);
    }

    @Override
    public Broadcast in(String... rooms) {
        return root.in(rooms);
    }

    @Override
    public Broadcast except(String... rooms) {
        return root.except(rooms);
    }

    @Override
    public void emit(String event, Object... args) {
        root.emit(event, args);
    }
}
