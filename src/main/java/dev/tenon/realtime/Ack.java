package dev.tenon.realtime;

/** The answer that a client may wait for. Thread-safe. */
public final class Ack {
    private final Args event;

    /** Answers this event. */
    public Ack(Args event) {
        this.event = event;
    }

    /** Returns whether the client waits for the answer, and got none yet. */
    public boolean isExpected() {
        return event.hasAck();
    }

    /**
     * Answers the event. Only the first call counts; does nothing if the client does not wait, or is gone.
     *
     * @param values as in {@link Socket#emit}
     * @throws IllegalArgumentException if a value has no JSON form
     */
    public void send(Object... values) {
        event.ack(values);
    }
}
