package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.Flags;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * One connection in one namespace: waiting for middleware, then connected, then ended. Messages arrive on the connection's thread; the end
 * may come from any thread, and only the first one counts.
 */
final class ServerSocket extends ListeningSocket {
    private enum State {
        WAITING,
        CONNECTED,
        ENDED
    }

    private static final Logger LOG = System.getLogger(ServerSocket.class.getName());
    private static final int ID_BYTES = 15; // 20 characters, as the reference's

    private final String id;
    private final ServerNamespace namespace;
    private final Connection connection;
    private final Handshake handshake;
    private final Acks acks;
    private final Map<String, Object> data;
    private final Optional<Recovery> recovery;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /**
     * Makes a socket.
     *
     * @param recovery empty if its client cannot come back
     */
    ServerSocket(ServerNamespace namespace, Connection connection, Handshake handshake, Optional<Recovery> recovery) {
        Optional<SavedSession> saved = recovery.flatMap(Recovery::saved);
        this.id = saved.map(SavedSession::sid).orElseGet(ServerSocket::newId);
        this.data = saved.map(SavedSession::data).map(ServerSocket::own).orElseGet(() -> new ConcurrentHashMap<>(0));
        this.namespace = namespace;
        this.connection = connection;
        this.handshake = handshake;
        this.acks = namespace.acks();
        this.recovery = recovery;
    }

    static String newId() {
        return Tokens.base64Url(ID_BYTES);
    }

    private static Map<String, Object> own(Map<String, Object> saved) {
        return saved instanceof ConcurrentHashMap ? saved : new ConcurrentHashMap<>(saved);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String clientId() {
        return connection.id();
    }

    @Override
    public Namespace namespace() {
        return namespace;
    }

    @Override
    public boolean connected() {
        return state.get() == State.CONNECTED;
    }

    boolean waiting() {
        return state.get() == State.WAITING;
    }

    boolean ended() {
        return state.get() == State.ENDED;
    }

    @Override
    public boolean recovered() {
        return recovery.flatMap(Recovery::saved).isPresent();
    }

    /** Returns whether its client comes back to a namespace whose middleware is known to have let it in before. */
    boolean wasLetInHere() {
        return recovery.flatMap(Recovery::saved)
                .flatMap(SavedSession::namespace)
                .isPresent();
    }

    /** Returns the secret id by which its client finds it again. */
    Optional<String> pid() {
        return recovery.map(Recovery::pid);
    }

    /** Returns whether it belongs to this HTTP session, or to none. */
    boolean isOf(Optional<String> owner) {
        return session().isEmpty() || session().map(SocketSession::id).equals(owner);
    }

    /** Ends its connection, which its client has left already, and returns when nothing of it is left, its listeners have run, and its client may go on. */
    CompletionStage<Void> cutOff() {
        connection.close("transport close");
        return recovery.orElseThrow().ended();
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public Optional<SocketSession> session() {
        return connection.session();
    }

    @Override
    public String transport() {
        return connection.transport();
    }

    @Override
    public Set<String> rooms() {
        Set<String> rooms = namespace.adapter().rooms(id);
        return connection
                .oldId(namespace.name())
                .map(secret -> without(secret, rooms))
                .orElse(rooms);
    }

    private static Set<String> without(String secret, Set<String> rooms) {
        return rooms.stream().filter(room -> !room.equals(secret)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Object> data() {
        return data;
    }

    @Override
    public void join(String... rooms) {
        namespace.adapter().join(id, List.of(rooms));
    }

    @Override
    public void leave(String room) {
        namespace.adapter().leave(id, room);
    }

    @Override
    public Broadcast to(String... rooms) {
        return broadcast().to(rooms);
    }

    @Override
    public Broadcast in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcast except(String... rooms) {
        return broadcast().except(rooms);
    }

    @Override
    public Broadcast broadcast() {
        return namespace.broadcast().except(id);
    }

    @Override
    public void emit(String event, Object... args) {
        emit(Emitter.Way.DEFAULT, event, args);
    }

    void emit(Emitter.Way way, String event, Object... args) {
        Packet packet = Packet.event(namespace.name(), event, args, Packet.NO_ID);
        if (recovery.isPresent() && !way.isVolatile()) {
            Flags flags = Flags.DEFAULT.compress(way.compress());
            namespace.adapter().broadcast(packet, Target.ALL.to(id).flags(flags)); // which keeps it
            return;
        }
        List<Frame> frames = namespace.frames().of(packet, way.compress());
        tellOutgoing(packet, Runnable::run);
        send(frames, way.isVolatile());
    }

    @Override
    public CompletionStage<Args> emitWithAck(String event, Object... args) {
        return emitWithAck(Emitter.Way.DEFAULT, event, args);
    }

    CompletionStage<Args> emitWithAck(Emitter.Way way, String event, Object... args) {
        Packet packet = Packet.event(namespace.name(), event, args, acks.nextId());
        List<Frame> frames = namespace.frames().of(packet, way.compress());
        CompletableFuture<Args> answer = acks.expect(packet.id(), event, way.timeout());
        tellOutgoing(packet, Runnable::run);
        send(frames, way.isVolatile());
        return answer; // itself: a copy would hide the exception in a CompletionException
    }

    @Override
    public Emitter asVolatile() {
        return new Emitter(this).asVolatile();
    }

    @Override
    public Emitter compress(boolean compress) {
        return new Emitter(this).compress(compress);
    }

    @Override
    public Emitter timeout(Duration timeout) {
        return new Emitter(this).timeout(timeout);
    }

    @Override
    public void disconnect(boolean close) {
        if (close) {
            connection.disconnect();
        } else if (connected()) {
            send(Packet.of(PacketType.DISCONNECT, namespace.name(), null));
            end("server namespace disconnect");
        }
    }

    @Override
    void inOrder(Runnable task) {
        connection.inOrder(task);
    }

    @Override
    void countRefusal(HttpProblem problem) {
        namespace.countRefusal(problem);
    }

    /** Connects the socket, in turn with the client's messages: middleware may go on in a thread of its own, but no event comes before its handlers. */
    void accept() {
        inOrder(this::connect);
    }

    /** Tells the client and the application that the socket is connected; not if it ended before. */
    private void connect() {
        if (!state.compareAndSet(State.WAITING, State.CONNECTED)) {
            return;
        }
        namespace.enter(this);
        if (ended()) {
            namespace.forget(this); // it ended a moment before it entered
            return;
        }
        join(id);
        connection.oldId(namespace.name()).ifPresent(this::join);
        connection.session().ifPresent(session -> join(session.id()));
        if (recovered()) {
            goOn(recovery.get());
        } else {
            // A broadcast of another thread may overtake this packet; stock clients keep an event that comes early.
            send(welcome(), false);
            announce();
        }
    }

    private List<Frame> welcome() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sid", id);
        pid().ifPresent(pid -> details.put("pid", pid));
        return namespace.frames().of(connection.revision().accepted(namespace.name(), details));
    }

    private void announce() {
        if (!ended()) {
            connection.joined();
            namespace.announce(this);
        }
    }

    private void goOn(Recovery restored) {
        namespace.adapter().join(id, restored.saved().get().rooms());
        namespace
                .adapter()
                .missedPackets(restored.saved().get())
                .whenComplete((missed, failure) -> inOrder(() -> goOn(restored, missed, failure)));
    }

    /** Sends what the client missed, as the reference does: before the packet that lets it in. */
    private void goOn(Recovery restored, List<NumberedPacket> missed, Throwable failure) {
        if (failure != null) {
            LOG.log(Level.WARNING, "TENON-R03 A client that came back cannot be told what it missed", failure);
            connection.close("transport error");
            return;
        }
        if (connected()) {
            restored.release(missed, welcome(), connection, namespace.adapter()::compareOffsets);
            connection.flush();
        }
        announce();
    }

    /** Puts an event into the client's queue that is kept for it; {@link #flush} sends it. */
    void queue(String offset, List<Frame> frames) {
        if (!connected()) {
            return;
        }
        if (recovery.isPresent()) {
            recovery.get().queue(offset, frames, connection);
        } else {
            connection.queue(frames); // a client of version 2 cannot come back, but is sent the same as the others
        }
    }

    /** Sends what was queued. */
    void flush(Packet event, Executor listening) {
        tellOutgoing(event, listening);
        connection.flush();
    }

    /** Tells the client that it may not connect. */
    void refuse(String message, Object details) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (details != null) {
            error.put("data", details);
        }
        connection.refuse(namespace.name(), error);
        end("server namespace disconnect");
    }

    /** Hears what the client says to this namespace, after its CONNECT. */
    void receive(Packet packet) {
        if (!connected()) {
            return; // sent before the client learned that it is disconnected
        }
        switch (packet.type()) {
            case EVENT -> hear(args(packet));
            case ACK -> answer(packet);
            default -> end("client namespace disconnect");
        }
    }

    private void answer(Packet ack) {
        if (!acks.answer(ack.id(), ack.args())) {
            namespace.answer(this, ack);
        }
    }

    private Args args(Packet packet) {
        return Args.of(packet, packet.hasId() ? values -> ack(packet.id(), values) : null);
    }

    private void ack(long number, Object[] values) {
        send(Packet.ack(namespace.name(), values, number));
    }

    private void send(Packet packet) {
        send(namespace.frames().of(packet), false);
    }

    /** Sends frames that may go to others, too; dropped when the socket is not connected, or when they may be and it is busy. */
    void send(List<Frame> frames, boolean isVolatile) {
        if (connected() && !(recovery.isPresent() && recovery.get().holds(frames, isVolatile))) {
            connection.send(frames, isVolatile);
        }
    }

    /** Ends the socket, if it has not ended yet, and tells the application if it was connected. */
    void end(String reason) {
        State before = state.getAndSet(State.ENDED);
        if (before == State.ENDED) {
            return;
        }
        try {
            end(reason, before == State.CONNECTED);
        } finally {
            namespace.forget(this);
            recovery.ifPresent(Recovery::end);
        }
    }

    private void end(String reason, boolean connected) {
        if (connected) {
            tellDisconnecting(reason);
        }
        Optional<SavedSession> kept = recovery.flatMap(own -> own.session(this, connected, reason));
        namespace.leave(this);
        kept.ifPresent(namespace.adapter()::persistSession); // whose client may be back at once, on another server
        acks.close();
        if (connected) {
            tellDisconnect(reason);
        }
    }
}
