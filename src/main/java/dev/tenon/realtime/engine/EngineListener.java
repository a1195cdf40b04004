package dev.tenon.realtime.engine;

/** Hears one session. Calls come one after the other, in the order of the wire, on the thread that received them; never under a lock. */
public interface EngineListener {
    /** Hears a text message. */
    void text(String message);

    /** Hears a binary message; the array is the listener's own. */
    void binary(byte[] message);

    /**
     * Hears, at most once, whose the session is, which nobody in particular opened: of the first one who sent a request of it. Does nothing
     * unless overridden.
     *
     * @param owner see {@link EngineHandshake#owner}
     */
    default void owned(Object owner) {}

    /**
     * Hears that another transport carries the session. Does nothing unless overridden.
     *
     * @param transport its name
     */
    default void upgraded(String transport) {}

    /**
     * Hears, once and last, that the session ended.
     *
     * @param reason the reference's word: {@code transport close}, {@code transport error}, {@code ping timeout}, {@code forced close},
     *     {@code parse error}, {@code server shutting down}; or {@code slow consumer}, for which too much waited
     */
    void closed(String reason);
}
