package dev.tenon.realtime;

/** Handles one event of one socket. */
@FunctionalInterface
public interface EventListener {
    /**
     * Handles the event.
     *
     * @param args what the client sent with it
     * @throws ArgumentException to refuse this event; so do the typed getters of {@link Args}
     */
    void on(Args args);
}
