package dev.tenon.realtime.engine;

/** What carries a session. All methods are called under the lock of the session; what they return is run without it. */
interface Transport {
    String name();

    /** Returns whether it could take something to write now. */
    boolean isReady();

    /** Takes from the queue what can be written now; null when there is nothing, or no way. */
    Runnable next(Outbox outbox);

    /**
     * Ends the transport.
     *
     * @param farewell what a waiting poll is told
     * @return what ends it
     */
    Runnable end(Frame farewell);
}
