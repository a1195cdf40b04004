package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketException;
import dev.tenon.realtime.protocol.PacketType;
import dev.tenon.realtime.protocol.Parser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One client with its sockets in all namespaces. Messages come one after the other on the thread that received them, and are handled there;
 * the other methods may be called from any thread.
 */
final class Connection implements EngineListener {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final RealtimeServer server;
    private final EngineSocket engine;
    private final Revision revision;
    private final EngineHandshake opening;
    private final Timer.Cancellable deadline;
    private final Parser.Decoder decoder;
    private final RateLimit rate;

    /** With those that the server ended: what a client sends before it learns so is no mistake. */
    private final Map<String, ServerSocket> sockets = new ConcurrentHashMap<>(2);

    /** The namespaces that rules are asked for; touched only in turn with the client's messages. */
    private final Set<String> asked = new HashSet<>(0);

    private volatile Optional<SocketSession> session;
    private volatile boolean ended;
    private String id; // null until somebody asks

    Connection(RealtimeServer server, EngineSocket engine, EngineHandshake opening, Optional<SocketSession> session) {
        this.server = server;
        this.engine = engine;
        this.revision = Revision.of(engine.protocol());
        this.opening = opening;
        this.decoder = server.options().parser().decoder();
        this.rate = new RateLimit(server.options().maxEventsPerSecond(), System::nanoTime);
        this.session = session;
        this.deadline = server.timer().after(server.options().connectTimeout(), engine::close);
    }

    /** Lets in, in its turn, who need not ask. */
    void open() {
        if (revision.joinsMainNamespace()) {
            engine.inOrder(() -> dispatch(Packet.of(PacketType.CONNECT, "/", null)));
        }
    }

    /** Returns its public id. */
    synchronized String id() {
        if (id == null) {
            id = ServerSocket.newId();
        }
        return id;
    }

    Revision revision() {
        return revision;
    }

    /** Returns what a client of version 2, which gets no other id, takes for its id; empty for the others. */
    Optional<String> oldId(String namespace) {
        return Optional.of(engine.sid())
                .filter(sid -> revision == Revision.V4)
                .map(sid -> "/".equals(namespace) ? sid : namespace + "#" + sid);
    }

    Optional<SocketSession> session() {
        return session;
    }

    @Override
    public void text(String message) {
        receive(() -> decoder.text(message));
    }

    @Override
    public void binary(byte[] message) {
        receive(() -> decoder.binary(message));
    }

    @Override
    public void closed(String reason) {
        end(reason);
    }

    @Override
    public void owned(Object owner) {
        SocketSession bound = server.sessionOf(owner);
        session = Optional.of(bound);
        sockets.values().forEach(socket -> socket.join(bound.id()));
        endWithItsSession();
    }

    @Override
    public void upgraded(String transport) {
        sockets.values().forEach(socket -> socket.tellUpgrade(transport));
    }

    /** Ends the connection if its HTTP session ended before the server knew of the connection, and told it so in vain. */
    void endWithItsSession() {
        if (server.options().disconnectOnSessionEnd()
                && session.filter(known -> !known.exists()).isPresent()) {
            disconnect();
        }
    }

    private void receive(Supplier<Optional<Packet>> message) {
        if (ended) {
            return; // came behind what ended it
        }
        try {
            decoded(message).map(revision::received).ifPresent(this::dispatch);
        } catch (PacketException e) {
            LOG.log(Level.DEBUG, "Closed a connection: {0}", e.getMessage());
            close("parse error");
        }
    }

    /** What a parser of the application throws is the client's fault: it was written for packets. */
    private static Optional<Packet> decoded(Supplier<Optional<Packet>> message) {
        try {
            return message.get().map(Packet::checked);
        } catch (PacketException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new PacketException("the parser failed: " + e, e);
        }
    }

    private void dispatch(Packet packet) {
        if (packet.type() != PacketType.ACK && !rate.allows()) {
            LOG.log(Level.DEBUG, "Closed a connection: too many events");
            close("rate limit exceeded");
            return;
        }
        ServerSocket socket = sockets.get(packet.namespace());
        if (packet.type() == PacketType.CONNECT) {
            connect(packet, socket);
        } else if (socket == null || socket.waiting() || packet.type() == PacketType.CONNECT_ERROR) {
            throw new PacketException(packet.type() + " where only CONNECT is allowed");
        } else {
            socket.receive(packet);
            if (packet.type() == PacketType.DISCONNECT) {
                sockets.remove(packet.namespace(), socket);
            }
        }
    }

    private void connect(Packet packet, ServerSocket before) {
        String name = packet.namespace();
        boolean joined = before != null && !before.ended();
        if (joined || asked.contains(name)) {
            throw new PacketException("a second CONNECT to the same namespace");
        }
        if (before == null && sockets.size() + asked.size() >= server.options().maxNamespaces()) {
            refuse(name, Map.of("message", "Too many namespaces"));
        } else {
            find(name, handshake(packet));
        }
    }

    private void find(String name, Handshake handshake) {
        Namespaces namespaces = server.namespaces();
        Optional<ServerNamespace> known = namespaces.known(name);
        if (known.isPresent()) {
            enter(known.get(), handshake);
        } else {
            asked.add(name);
            // A rule may answer on a thread of its own; what follows is in turn with the client's messages.
            namespaces.ask(name, handshake, parent -> inOrder(() -> make(name, parent, handshake)));
        }
    }

    private void make(String name, Optional<ParentNamespace> parent, Handshake handshake) {
        asked.remove(name);
        if (parent.isPresent()) {
            enter(server.namespaces().child(parent.get(), name), handshake);
        } else {
            refuse(name, Map.of("message", "Invalid namespace"));
        }
    }

    /** Looks whether the client was here before. */
    private void enter(ServerNamespace namespace, Handshake handshake) {
        if (!namespace.recovers() || revision == Revision.V4) {
            join(namespace, handshake, Optional.empty());
        } else if (Recovery.isAskedFor(handshake)) {
            asked.add(namespace.name());
            Recovery.of(namespace, handshake)
                    .whenComplete((recovery, failure) ->
                            comeBack(namespace, handshake, failure == null ? recovery : Recovery.ofNewcomer()));
        } else {
            join(namespace, handshake, Optional.of(Recovery.ofNewcomer()));
        }
    }

    /** Lets the client in; one that has gone meanwhile may try again. */
    private void comeBack(ServerNamespace namespace, Handshake handshake, Recovery recovery) {
        boolean isHere = inOrder(() -> {
            asked.remove(namespace.name());
            join(namespace, handshake, Optional.of(recovery));
        });
        if (!isHere) {
            recovery.saved().map(SavedSession::unchanged).ifPresent(namespace.adapter()::persistSession);
        }
    }

    private void join(ServerNamespace namespace, Handshake handshake, Optional<Recovery> recovery) {
        ServerSocket socket = new ServerSocket(namespace, this, handshake, recovery);
        sockets.put(namespace.name(), socket);
        if (!namespace.admit(socket)) {
            sockets.remove(namespace.name(), socket);
            find(namespace.name(), handshake); // its last socket left meanwhile
            return;
        }
        if (ended) {
            socket.end("forced close"); // put there while another thread ended the others
        }
    }

    @SuppressWarnings("unchecked") // the decoder lets nothing but an object pass
    private Handshake handshake(Packet connect) {
        Map<String, Object> auth = connect.data() == null ? Map.of() : (Map<String, Object>) connect.data();
        return Handshake.of(opening, Collections.unmodifiableMap(auth), session);
    }

    void send(List<Frame> frames, boolean isVolatile) {
        if (isVolatile) {
            engine.sendVolatile(frames);
        } else {
            engine.send(frames);
        }
    }

    /** Queues frames; {@link #flush} sends them. */
    boolean queue(List<Frame> frames) {
        return engine.queue(frames);
    }

    void flush() {
        engine.flush();
    }

    String transport() {
        return engine.transport();
    }

    /** Runs a task in its turn among the messages; false if the connection has ended. */
    boolean inOrder(Runnable task) {
        return engine.inOrder(task);
    }

    void refuse(String namespace, Map<String, Object> error) {
        engine.send(server.frames().of(revision.refused(namespace, error)));
    }

    /** Hears that a namespace was joined, so that the client may stay. */
    void joined() {
        deadline.cancel();
    }

    /** Disconnects all sockets and closes the connection after they were told. */
    void disconnect() {
        sockets.values().forEach(socket -> socket.disconnect(false));
        close("forced close");
    }

    /** Ends all sockets for this reason and closes the connection. */
    void close(String reason) {
        end(reason);
        engine.close();
    }

    private void end(String reason) {
        ended = true;
        deadline.cancel();
        server.forget(this);
        sockets.values().forEach(socket -> socket.end(reason));
    }
}
