package dev.tenon.realtime;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The life of a socket: waiting for middleware, then connected, then ended. Messages arrive on the connection's thread; the end may come from any
 * thread, and only the first one counts.
 */
final class ServerSocket extends NamespaceSocket {
    private enum State {
        WAITING,
        CONNECTED,
        ENDED
    }

    private static final Logger LOG = System.getLogger(ServerSocket.class.getName());
    private static final int ID_BYTES = 15; // 20 characters, as the reference's

    private final String id;
    private final Map<String, Object> data;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /**
     * Makes a socket.
     *
     * @param recovery empty if its client cannot come back
     */
    ServerSocket(ServerNamespace namespace, Connection connection, Handshake handshake, Optional<Recovery> recovery) {
        super(namespace, connection, handshake, recovery);
        Optional<SavedSession> saved = recovery.flatMap(Recovery::saved);
        this.id = saved.map(SavedSession::sid).orElseGet(ServerSocket::newId);
        this.data = saved.map(SavedSession::data).map(ServerSocket::own).orElseGet(() -> new ConcurrentHashMap<>(0));
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
    public Map<String, Object> data() {
        return data;
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
        closeAcks();
        if (connected) {
            tellDisconnect(reason);
        }
    }
}
