package dev.tenon.realtime;

/** Handles one event of one socket. */
@FunctionalInterface
public interface EventListener {
    /**
     * Handles the event.
     *
     * @param args what the client sent with it
     * @throws dev.tenon.kernel.TenonException to refuse this event, as {@link Socket#onError} hears; so do the getters of {@link Args}
     */
    void on(Args args);
}
