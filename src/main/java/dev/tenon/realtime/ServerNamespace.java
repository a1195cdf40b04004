package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.MemoryAdapter;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.adapter.SessionAwareAdapter;
import dev.tenon.realtime.adapter.SocketDetails;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.protocol.Packet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The namespace of one name, with its sockets and its rooms. */
final class ServerNamespace extends ListeningNamespace {
    private final RealtimeServer server;
    private final NamespaceSockets sockets;
    private final Adapter adapter;
    private final Optional<Occupants> occupants;
    private final Broadcast everybody;

    /**
     * Makes a namespace.
     *
     * @param parent the namespace that made it; empty if the application did
     * @param occupants empty if it goes on without sockets
     */
    ServerNamespace(
            RealtimeServer server, String name, Optional<ParentNamespace> parent, Optional<Occupants> occupants) {
        super(name, parent);
        this.server = server;
        RealtimeOptions options = server.options();
        this.sockets = new NamespaceSockets(name, listeners(), server.frames(), server.timer(), options.recovery());
        this.adapter = adapter(options, sockets, server.timer());
        this.occupants = occupants;
        this.everybody = new Broadcast(server, List.of(this), Target.ALL);
    }

    private static Adapter adapter(RealtimeOptions options, LocalSockets sockets, Timer timer) {
        Adapter adapter = options.adapter()
                .map(factory -> factory.create(sockets))
                .orElseGet(() -> options.connectionStateRecovery()
                        ? new SessionAwareAdapter(sockets, timer)
                        : new MemoryAdapter(sockets));
        if (options.connectionStateRecovery() && !adapter.keepsSessions()) {
            throw new IllegalStateException("connectionStateRecovery is true, but the adapter "
                    + adapter.getClass().getName() + " keeps no sessions");
        }
        return adapter;
    }

    @Override
    public Map<String, Socket> sockets() {
        return Map.copyOf(sockets.byId());
    }

    @Override
    public Optional<Socket> socket(String id) {
        return Optional.ofNullable(sockets.byId().get(id));
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return adapter.rooms();
    }

    @Override
    public Broadcast broadcast() {
        return everybody;
    }

    Adapter adapter() {
        return adapter;
    }

    /** Returns how many sockets are connected. */
    int size() {
        return sockets.byId().size();
    }

    /** Returns the acks of new sockets. */
    Acks acks() {
        return new Acks(sockets.packetIds(), server.timer(), server.workers());
    }

    Frames frames() {
        return server.frames();
    }

    void countRefusal(HttpProblem problem) {
        server.countRefusal(problem);
    }

    /** Returns a socket of any server. */
    RemoteSocket fetched(SocketDetails details) {
        Handshake handshake = details instanceof LocalDetails local
                ? local.socket().handshake()
                : HandshakeForm.read(details.handshake());
        return new RemoteSocket(details, handshake, everybody.to(details.id()));
    }

    /** Sends a new socket through the middleware; false, and nothing done, if the namespace has ended. */
    boolean admit(ServerSocket socket) {
        if (occupants.isPresent() && !occupants.get().enter(socket.id())) {
            return false;
        }
        adapter.add(socket.id());
        if (socket.ended()) { // on another thread, before it was in, where it left nothing
            leave(socket);
            return true;
        }
        boolean skips = socket.wasLetInHere() && server.options().skipMiddlewares();
        Admission.begin(socket, skips ? List.of() : listeners().middleware());
        return true;
    }

    boolean ended() {
        return occupants.isPresent() && occupants.get().ended();
    }

    /** Returns whether sockets are kept for clients that come back. */
    boolean recovers() {
        return server.options().connectionStateRecovery();
    }

    /**
     * Takes the session that a client wants to go on with. A socket that still seems to be connected with it is cut off, for its client would not come
     * back if it were, and its end is waited for: it may have begun on another thread.
     */
    CompletionStage<Optional<SavedSession>> restore(String pid, String offset, Optional<String> owner) {
        return sockets.ofClient(pid)
                .filter(socket -> socket.isOf(owner))
                .map(ServerSocket::cutOff)
                .orElseGet(() -> CompletableFuture.completedStage(null))
                .thenCompose(over -> adapter.restoreSession(pid, offset))
                .thenApply(found -> found.filter(saved -> isFor(saved, owner)));
    }

    /** Returns whether a session may go on here: what it does not say of itself does not matter. */
    private boolean isFor(SavedSession saved, Optional<String> owner) {
        return saved.namespace().orElse(name()).equals(name())
                && (saved.owner().isEmpty() || saved.owner().equals(owner));
    }

    /** Keeps a socket that all middleware let pass. */
    void enter(ServerSocket socket) {
        sockets.add(socket);
    }

    /** Gives a connected socket to the application. */
    void announce(ServerSocket socket) {
        Guard.run("instrument", () -> server.instrument().connected(socket));
        listeners().connected(socket);
    }

    /** Takes a client's answer to a broadcast. */
    void answer(String socket, Packet ack) {
        sockets.acks().answer(ack.id(), socket, ack.args());
    }

    /** Forgets a socket for good. */
    void forget(ServerSocket socket) {
        sockets.forget(socket);
    }

    /** Takes a socket out of its rooms and away from who looks for it. */
    void leave(ServerSocket socket) {
        sockets.remove(socket);
        adapter.remove(socket.id());
        if (occupants.isPresent() && occupants.get().leave(socket.id())) {
            server.namespaces().remove(this);
        }
    }
}
