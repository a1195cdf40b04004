package dev.tenon.realtime;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.MemoryAdapter;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.EncodedPacket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A namespace, its sockets and its rooms. */
final class ServerNamespace implements Namespace {
    private final String name;
    private final Adapter adapter = new MemoryAdapter(this::deliver);
    private final Map<String, ServerSocket> sockets = new ConcurrentHashMap<>();
    private final List<Middleware> middleware = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> listeners = new CopyOnWriteArrayList<>();

    ServerNamespace(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace use(Middleware step) {
        middleware.add(step);
        return this;
    }

    @Override
    public Namespace onConnection(Consumer<Socket> listener) {
        listeners.add(listener);
        return this;
    }

    @Override
    public Map<String, Socket> sockets() {
        return Map.copyOf(sockets);
    }

    @Override
    public Optional<Socket> socket(String id) {
        return Optional.ofNullable(sockets.get(id));
    }

    @Override
    public Broadcast to(String... rooms) {
        return everybody().to(rooms);
    }

    @Override
    public Broadcast in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcast except(String... rooms) {
        return everybody().except(rooms);
    }

    @Override
    public void emit(String event, Object... args) {
        everybody().emit(event, args);
    }

    Broadcast everybody() {
        return new Broadcast(adapter, name, Target.ALL);
    }

    Adapter adapter() {
        return adapter;
    }

    /** Sends a new socket through the middleware. */
    void admit(ServerSocket socket) {
        adapter.add(socket.id());
        new Admission(socket, List.copyOf(middleware)).proceed();
    }

    /** Keeps a socket that all middleware let pass. */
    void enter(ServerSocket socket) {
        sockets.put(socket.id(), socket);
    }

    /** Gives a connected socket to the application. */
    void announce(ServerSocket socket) {
        listeners.forEach(listener -> Guard.run("connection to " + name, () -> listener.accept(socket)));
    }

    /** Forgets a socket. */
    void leave(ServerSocket socket) {
        sockets.remove(socket.id());
        adapter.remove(socket.id());
    }

    private void deliver(EncodedPacket packet, Iterable<String> ids) {
        List<Frame> frames = Frames.of(packet);
        for (String id : ids) {
            ServerSocket socket = sockets.get(id);
            if (socket != null) {
                socket.send(frames);
            }
        }
    }
}
