package dev.tenon.realtime;

/** A step that a new socket passes before it is connected. */
@FunctionalInterface
public interface Middleware {
    /**
     * Looks at the socket, and says at once or later, from any thread, what follows. A {@link dev.tenon.kernel.TenonException} refuses the
     * socket with its message; any other exception is logged, and refuses it without details.
     *
     * @param socket not connected yet, but it has its id, handshake and data, and may join rooms
     * @param next called once; as long as it is not, the client waits
     */
    void handle(Socket socket, Next next);
}
