package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.realtime.adapter.Flags;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Packet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A socket of one connection in one namespace: the rooms that it is in, and what is sent to its client. Thread-safe. */
abstract class NamespaceSocket extends ListeningSocket {
    final ServerNamespace namespace;
    final Connection connection;
    final Optional<Recovery> recovery;
    private final Handshake handshake;
    private final Acks acks;

    /**
     * Sets where it is.
     *
     * @param recovery empty if its client cannot come back
     */
    NamespaceSocket(
            ServerNamespace namespace, Connection connection, Handshake handshake, Optional<Recovery> recovery) {
        this.namespace = namespace;
        this.connection = connection;
        this.handshake = handshake;
        this.acks = namespace.acks();
        this.recovery = recovery;
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
        Set<String> rooms = namespace.adapter().rooms(id());
        return connection
                .oldId(namespace.name())
                .map(secret -> without(secret, rooms))
                .orElse(rooms);
    }

    private static Set<String> without(String secret, Set<String> rooms) {
        return rooms.stream().filter(room -> !room.equals(secret)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void join(String... rooms) {
        namespace.adapter().join(id(), List.of(rooms));
    }

    @Override
    public void leave(String room) {
        namespace.adapter().leave(id(), room);
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
        return namespace.broadcast().except(id());
    }

    @Override
    public void emit(String event, Object... args) {
        emit(Emitter.Way.DEFAULT, event, args);
    }

    void emit(Emitter.Way way, String event, Object... args) {
        Packet packet = Packet.event(namespace.name(), event, args, Packet.NO_ID);
        if (recovery.isPresent() && !way.isVolatile()) {
            Flags flags = Flags.DEFAULT.compress(way.compress());
            namespace.adapter().broadcast(packet, Target.ALL.to(id()).flags(flags)); // which keeps it
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

    /** Takes the client's answer to an event, of this socket or of a broadcast. */
    void answer(Packet ack) {
        if (!acks.answer(ack.id(), ack.args())) {
            namespace.answer(id(), ack);
        }
    }

    /** Returns the arguments of an event of the client. */
    Args args(Packet packet) {
        return Args.of(packet, packet.hasId() ? values -> ack(packet.id(), values) : null);
    }

    private void ack(long number, Object[] values) {
        send(Packet.ack(namespace.name(), values, number));
    }

    void send(Packet packet) {
        send(namespace.frames().of(packet), false);
    }

    /** Sends frames that may go to others, too; dropped when the socket is not connected, or when they may be and it is busy. */
    void send(List<Frame> frames, boolean isVolatile) {
        if (connected() && !(recovery.isPresent() && recovery.get().holds(frames, isVolatile))) {
            connection.send(frames, isVolatile);
        }
    }

    /** Fails what is waited for now or later. */
    void closeAcks() {
        acks.close();
    }

    @Override
    void inOrder(Runnable task) {
        connection.inOrder(task);
    }

    @Override
    void countRefusal(HttpProblem problem) {
        namespace.countRefusal(problem);
    }
}
