package dev.tenon.sample;

import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.RemoteSocket;
import dev.tenon.realtime.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The events of the tutorial's own demo, for pages that were written for it. An agent is who gives a {@code name} in the query of the
 * handshake; nobody signs in here. It has its own agents and customers and reaches nothing of the desk.
 */
final class TutorialNamespace {
    private final Namespace io;

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

    /** Its data is seen by other servers, too. */
    private static void agentIn(Socket socket, String name) {
        socket.data().put("name", name);
    }

    private void customerIn(Socket socket) {
        io.fetchSockets()
                .exceptionally(unknown -> List.of()) // another server does not answer
                .thenAccept(here -> introduce(
                        socket,
                        here.stream()
                                .filter(other -> other.data().containsKey("name"))
                                .toList()));
    }

    private void introduce(Socket customer, List<RemoteSocket> agents) {
        if (agents.isEmpty()) {
            customer.emit("customer service in", (Object) null);
            return;
        }
        RemoteSocket agent = agents.get(ThreadLocalRandom.current().nextInt(agents.size()));
        customer.emit(
                "customer service in",
                Map.of("id", agent.id(), "name", agent.data().get("name")));
        agent.emit("customer in", customer.id());
    }

    /** Not to a room of that name: the sockets of an HTTP session share one, and this is for a single client. */
    private void send(String id, Object message) {
        io.socket(id).ifPresentOrElse(socket -> socket.emit("chat message", message), () -> sendOn(id, message));
    }

    private void sendOn(String id, Object message) {
        io.in(id).fetchSockets().thenAccept(found -> found.stream()
                .filter(socket -> socket.id().equals(id))
                .forEach(socket -> socket.emit("chat message", message)));
    }
}
