package dev.tenon.realtime;

import dev.tenon.realtime.adapter.RoomEvent;
import java.util.Optional;
import java.util.function.Consumer;

/** The ears of a namespace, which those of its parent come before. Listeners may be added by any thread. */
abstract class ListeningNamespace implements Namespace {
    private final String name;
    private final NamespaceListeners listeners;

    /**
     * Makes a namespace.
     *
     * @param parent the namespace that made it; empty if the application did
     */
    ListeningNamespace(String name, Optional<ParentNamespace> parent) {
        this.name = name;
        this.listeners = new NamespaceListeners(parent.map(ListeningNamespace::listeners));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace use(Middleware step) {
        listeners.use(step);
        return this;
    }

    @Override
    public Namespace onConnection(Consumer<Socket> listener) {
        listeners.onConnection(listener);
        return this;
    }

    @Override
    public Namespace onRoomEvent(Consumer<RoomEvent> listener) {
        listeners.onRoomEvent(listener);
        return this;
    }

    @Override
    public Namespace onServerSideEvent(String event, EventListener listener) {
        listeners.onServerSideEvent(event, listener);
        return this;
    }

    NamespaceListeners listeners() {
        return listeners;
    }
}
