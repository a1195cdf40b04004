package dev.tenon.realtime.engine;

import java.util.List;

/** One client's Engine.IO session, whatever transport carries it now. Thread-safe; no call blocks, and only {@link #inOrder} runs code of the caller. */
public interface EngineSocket {
    /** Returns the secret id of the session; never shown to other clients. */
    String sid();

    /** Returns the version of the Engine.IO protocol that the client speaks: 4, or 3 where that is allowed. */
    int protocol();

    /** Returns the name of the transport that carries the session now: {@code polling} or {@code websocket}. */
    String transport();

    /** Returns whether a frame would leave at once: the transport is open, and nothing waits before it. */
    boolean isWritable();

    /**
     * Queues frames that belong together: nothing of another call comes between them, and their order is the order of the calls. Dropped
     * when the session is closed.
     */
    void send(List<Frame> frames);

    /**
     * Queues frames as {@link #send} does, but sends nothing before {@link #flush}: the caller may hold a lock.
     *
     * @return whether they were taken; false if the session is closed, or will be because too much waits
     */
    boolean queue(List<Frame> frames);

    /** Sends what was queued, or ends the session for which that was too much. */
    void flush();

    /** Sends frames that may be lost: as {@link #send} does if the socket is writable, else they are dropped. */
    void sendVolatile(List<Frame> frames);

    /**
     * Runs a task in its turn among the messages: the listener hears none meanwhile. It runs here and now unless one is being delivered, and
     * never after the session has ended.
     *
     * @return whether it runs, now or later; false if the session has ended
     */
    boolean inOrder(Runnable task);

    /** Closes the session and its transport after what is queued was sent; the listener hears {@code forced close}. */
    void close();
}
