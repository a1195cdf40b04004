package dev.tenon.realtime;

/** What follows a {@link Middleware} or an {@link EventMiddleware}. Only its first call counts. Thread-safe. */
public interface Next {
    /** Lets the socket or the event pass. */
    void run();

    /**
     * Refuses the socket or the event.
     *
     * @param message the message of the client's {@code connect_error}, or of the {@link RefusedException} that {@link Socket#onError} is given
     */
    default void refuse(String message) {
        refuse(message, null);
    }

    /**
     * Refuses the socket or the event, with data.
     *
     * @param message the message of the client's {@code connect_error}, or of the {@link RefusedException} that {@link Socket#onError} is given
     * @param data its data; that of a socket in the JSON form of {@link Socket#emit}'s arguments, but without bytes; null for none
     * @throws IllegalArgumentException if the data of a socket has no JSON form; it is refused without it
     */
    void refuse(String message, Object data);
}
