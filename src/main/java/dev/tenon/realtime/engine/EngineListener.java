package dev.tenon.realtime.engine;

/** Hears one session. Calls come one after the other, in the order of the wire, on the thread that received them; never under a lock. */
public interface EngineListener {
    /** Hears a text message. */
    void text(String message);

    /** Hears a binary message; the array is the listener's own. */
    void binary(byte[] message);

    /**
     * Hears, once and last, that the session ended.
     *
     * @param reason the reference's word: {@code transport close}, {@code transport error}, {@code ping timeout}, {@code forced close},
     *     {@code parse error}, {@code server shutting down}; or {@code slow consumer}, for which too much waited
     */
    void closed(String reason);
}
