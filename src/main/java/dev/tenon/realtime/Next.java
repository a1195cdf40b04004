package dev.tenon.realtime;

/** What follows a {@link Middleware}. Only its first call counts. Thread-safe. */
public interface Next {
    /** Lets the socket pass. */
    void run();

    /**
     * Refuses the socket.
     *
     * @param message the message of the client's {@code connect_error}
     */
    default void refuse(String message) {
        refuse(message, null);
    }

    /**
     * Refuses the socket with data.
     *
     * @param message the message of the client's {@code connect_error}
     * @param data its data, in the JSON form of {@link Socket#emit}'s arguments, but without bytes; null for none
     * @throws IllegalArgumentException if the data has no JSON form; the socket is refused without it
     */
    void refuse(String message, Object data);
}
