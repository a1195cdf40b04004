package dev.tenon.realtime;

import java.util.List;
import java.util.function.Consumer;

/** The end of a new socket's way through the middleware of its namespace. */
final class Admission implements Passage.Gate {
    private final ServerSocket socket;

    private Admission(ServerSocket socket) {
        this.socket = socket;
    }

    /** Sends a socket on its way. */
    static void begin(ServerSocket socket, List<Middleware> middleware) {
        List<Consumer<Next>> steps = middleware.stream()
                .<Consumer<Next>>map(step -> next -> step.handle(socket, next))
                .toList();
        Passage.begin(new Admission(socket), steps);
    }

    @Override
    public void pass() {
        socket.accept();
    }

    @Override
    public void refuse(String message, Object data) {
        try {
            socket.refuse(message, data);
        } catch (IllegalArgumentException noJson) {
            socket.refuse(message, null);
            throw noJson;
        }
    }

    @Override
    public String toString() {
        return "connection to " + socket.namespace().name();
    }
}
