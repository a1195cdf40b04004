package dev.tenon.sample;

import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The events of the tutorial's own demo, for pages that were written for it. An agent is who gives a {@code name} in the query of the
 * handshake; nobody signs in here. It has its own agents and customers and reaches nothing of the desk.
 */
final class TutorialNamespace {
    private final Namespace io;
    private final Map<String, String> agents = new ConcurrentHashMap<>();

    TutorialNamespace(Namespace io) {
        this.io = io;
    }

    /** Lets clients come. */
    void open() {
        io.onConnection(this::connected);
    }

    private void connected(Socket socket) {
        socket.on("chat message", args -> send(args.text(0), args.get(1)));
        socket.handshake()
                .query("name")
                .filter(name -> !name.isBlank())
                .ifPresentOrElse(name -> agentIn(socket, name), () -> customerIn(socket));
    }

    private void agentIn(Socket socket, String name) {
        agents.put(socket.id(), name);
        socket.onDisconnect(reason -> agents.remove(socket.id()));
    }

    private void customerIn(Socket socket) {
        List<Map.Entry<String, String>> here = List.copyOf(agents.entrySet());
        if (here.isEmpty()) {
            socket.emit("customer service in", (Object) null);
            return;
        }
        Map.Entry<String, String> agent = here.get(ThreadLocalRandom.current().nextInt(here.size()));
        socket.emit("customer service in", Map.of("id", agent.getKey(), "name", agent.getValue()));
        io.to(agent.getKey()).emit("customer in", socket.id());
    }

    /** Not to a room of that name: the sockets of an HTTP session share one, and this is for a single client. */
    private void send(String id, Object message) {
        io.socket(id).ifPresent(socket -> socket.emit("chat message", message));
    }
}
