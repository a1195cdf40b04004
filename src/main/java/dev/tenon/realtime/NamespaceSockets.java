package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.Answers;
import dev.tenon.realtime.adapter.Flags;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.Recipients;
import dev.tenon.realtime.adapter.RoomEvent;
import dev.tenon.realtime.adapter.SocketDetails;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The connected sockets of a namespace on this server. */
final class NamespaceSockets implements LocalSockets {
    private final String namespace;
    private final Map<String, ServerSocket> byId = new ConcurrentHashMap<>();
    private final Map<String, ServerSocket> byPid = new ConcurrentHashMap<>(0);
    private final NamespaceListeners listeners;
    private final Frames frames;
    private final AtomicLong packetIds = new AtomicLong();
    private final BroadcastAcks acks;
    private final Optional<Duration> maxDisconnectionDuration;

    /**
     * Sets whose sockets they are.
     *
     * @param maxDisconnectionDuration empty if no client can come back
     */
    NamespaceSockets(
            String namespace,
            NamespaceListeners listeners,
            Frames frames,
            Timer timer,
            Optional<Duration> maxDisconnectionDuration) {
        this.namespace = namespace;
        this.listeners = listeners;
        this.frames = frames;
        this.acks = new BroadcastAcks(timer);
        this.maxDisconnectionDuration = maxDisconnectionDuration;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public Parser parser() {
        return frames.parser();
    }

    Map<String, ServerSocket> byId() {
        return byId;
    }

    void add(ServerSocket socket) {
        byId.put(socket.id(), socket);
        socket.pid().ifPresent(pid -> byPid.put(pid, socket));
    }

    /** Takes a socket away that ends; its client still finds it, to wait for its end. */
    void remove(ServerSocket socket) {
        byId.remove(socket.id(), socket);
    }

    /** Takes away all that is known of a socket that has ended. */
    void forget(ServerSocket socket) {
        remove(socket);
        socket.pid().ifPresent(pid -> byPid.remove(pid, socket));
    }

    /** Returns the socket of the client that knows this secret id. */
    Optional<ServerSocket> ofClient(String pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    /** Returns the answers that are owed to broadcasts. */
    BroadcastAcks acks() {
        return acks;
    }

    /** Returns what numbers the packets that ask for an answer, to one socket or to many: a client cannot tell them apart. */
    AtomicLong packetIds() {
        return packetIds;
    }

    @Override
    public void send(Packet packet, Flags flags, Recipients recipients, Executor listening) {
        List<Frame> encoded = frames.of(packet, flags.compress());
        recipients.forEach(id -> send(id, packet, encoded, flags, listening));
    }

    @Override
    public void sendWithAck(Packet packet, Flags flags, Recipients recipients, Answers answers, Executor listening) {
        long number = packetIds.getAndIncrement();
        Packet numbered = new Packet(packet.type(), packet.namespace(), packet.data(), number);
        List<Frame> encoded = frames.of(numbered, flags.compress());
        BroadcastAcks.Owed owed = acks.open(number, answers, flags.timeout());
        recipients.forEach(id -> {
            owed.by(id);
            if (!send(id, packet, encoded, flags, listening)) {
                owed.notBy(id);
            }
        });
        owed.sent();
    }

    @Override
    public Runnable queue(
            Packet event, NumberedPacket numbered, Flags flags, Recipients recipients, Executor listening) {
        List<Frame> encoded = Frames.of(numbered.encoded(), flags.compress());
        List<ServerSocket> queued = new ArrayList<>();
        recipients.forEach(id -> {
            ServerSocket socket = byId.get(id);
            if (socket != null) {
                socket.queue(numbered.offset(), encoded);
                queued.add(socket);
            }
        });
        return () -> queued.forEach(socket -> socket.flush(event, listening));
    }

    @Override
    public Optional<Duration> maxDisconnectionDuration() {
        return maxDisconnectionDuration;
    }

    /** Returns whether the socket is connected. */
    private boolean send(String id, Packet packet, List<Frame> encoded, Flags flags, Executor listening) {
        ServerSocket socket = byId.get(id);
        if (socket != null) {
            socket.tellOutgoing(packet, listening);
            socket.send(encoded, flags.isVolatile());
        }
        return socket != null;
    }

    @Override
    public Optional<SocketDetails> details(String id) {
        return Optional.ofNullable(byId.get(id)).map(LocalDetails::new);
    }

    @Override
    public void disconnect(String id, boolean close) {
        ServerSocket socket = byId.get(id);
        if (socket != null) {
            socket.disconnect(close);
        }
    }

    @Override
    public void serverSideEvent(List<Object> event, Optional<Consumer<Object[]>> ack) {
        listeners.serverSideEvent(new Args((String) event.get(0), event.subList(1, event.size()), ack.orElse(null)));
    }

    @Override
    public void roomChanged(RoomEvent event) {
        listeners.roomChanged(event);
    }
}
