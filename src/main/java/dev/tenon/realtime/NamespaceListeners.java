package dev.tenon.realtime;

import dev.tenon.realtime.adapter.RoomEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the application added to a namespace; a child has what was added to its parent, too, and that comes first. */
final class NamespaceListeners {
    private final List<Middleware> middleware = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> connection = new CopyOnWriteArrayList<>();
    private final List<Consumer<RoomEvent>> rooms = new CopyOnWriteArrayList<>();
    private final EventListeners serverSide = new EventListeners();
    private final Optional<NamespaceListeners> parent;

    NamespaceListeners(Optional<NamespaceListeners> parent) {
        this.parent = parent;
    }

    void use(Middleware step) {
        middleware.add(step);
    }

    void onConnection(Consumer<Socket> listener) {
        connection.add(listener);
    }

    void onRoomEvent(Consumer<RoomEvent> listener) {
        rooms.add(listener);
    }

    void onServerSideEvent(String event, EventListener listener) {
        serverSide.add(event, listener, false);
    }

    /** Returns all steps; a copy. */
    List<Middleware> middleware() {
        return parent.map(above -> Stream.concat(above.middleware.stream(), middleware.stream())
                        .toList())
                .orElseGet(() -> List.copyOf(middleware));
    }

    void connected(Socket socket) {
        parent.ifPresent(above -> above.connected(socket));
        String what = "connection to " + socket.namespace().name();
        connection.forEach(listener -> Guard.run(what, () -> listener.accept(socket)));
    }

    void roomChanged(RoomEvent event) {
        parent.ifPresent(above -> above.roomChanged(event));
        rooms.forEach(listener -> Guard.run("change of a room", () -> listener.accept(event)));
    }

    void serverSideEvent(Args args) {
        parent.ifPresent(above -> above.serverSideEvent(args));
        serverSide.each(args.event(), listener -> Guard.run("event '" + args.event() + "'", () -> listener.on(args)));
    }
}
