package dev.tenon.realtime.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Gives what arrives to the listener, one thing after the other. The thread that brings a message or a task delivers it, unless another thread is
 * delivering already: then that one goes on with it. The end is told by a thread of the executor, because a timer or a sender may be the
 * one who noticed it.
 */
final class Inbox {
    private static final Logger LOG = System.getLogger(Inbox.class.getName());

    /** What a message costs besides its characters or bytes, so that many small ones fill the inbox, too. */
    private static final int ENTRY = 32;

    private final Queue<Object> arrived = new ArrayDeque<>(2);
    private final Executor executor;
    private final long maxBytes;
    private EngineListener listener;
    private long bytes;
    private boolean delivering = true; // until the acceptor gave the listener
    private boolean ended;

    Inbox(Executor executor, long maxBytes) {
        this.executor = executor;
        this.maxBytes = maxBytes;
    }

    void start(EngineListener hears) {
        listener = hears;
        deliver();
    }

    /** Returns whether there was room: what waits behind a slow handler is bounded. */
    boolean text(String message) {
        return add(message);
    }

    boolean binary(byte[] message) {
        return add(message);
    }

    /** Runs the task in its turn; drops it after the end, and returns false. */
    boolean task(Runnable task) {
        boolean first;
        synchronized (arrived) {
            if (ended) {
                return false;
            }
            first = enqueue(task);
        }
        if (first) {
            deliver();
        }
        return true;
    }

    void owned(Object owner) {
        task(() -> listener.owned(owner));
    }

    void upgraded(String transport) {
        task(() -> listener.upgraded(transport));
    }

    /** Tells the end after all that arrived before it; drops what comes later. */
    void end(String reason) {
        if (enqueue(new End(reason))) {
            executor.execute(this::deliver);
        }
    }

    private boolean add(Object message) {
        synchronized (arrived) {
            if (bytes > 0 && bytes + cost(message) > maxBytes) {
                return false;
            }
        }
        if (enqueue(message)) {
            deliver();
        }
        return true;
    }

    /** Returns whether the caller has to see to the delivery. */
    private boolean enqueue(Object message) {
        synchronized (arrived) {
            if (ended) {
                return false;
            }
            ended = message instanceof End;
            arrived.add(message);
            bytes += cost(message);
            boolean first = !delivering;
            delivering = true;
            return first;
        }
    }

    private static long cost(Object message) {
        if (message instanceof String text) {
            return (long) text.length() + ENTRY;
        }
        return message instanceof byte[] binary ? (long) binary.length + ENTRY : 0;
    }

    private void deliver() {
        for (Object message = next(); message != null; message = next()) {
            tell(message);
        }
    }

    private Object next() {
        synchronized (arrived) {
            Object message = arrived.poll();
            delivering = message != null;
            bytes -= cost(message);
            return message;
        }
    }

    private void tell(Object message) {
        try {
            if (message instanceof String text) {
                listener.text(text);
            } else if (message instanceof byte[] binary) {
                listener.binary(binary);
            } else if (message instanceof Runnable task) {
                task.run();
            } else {
                listener.closed(((End) message).reason());
            }
        } catch (Throwable fault) { // an Error, too, must not leave the messages behind it undelivered for ever
            LOG.log(Level.ERROR, "TENON-R10 A listener of a realtime connection failed", fault);
        }
    }

    private record End(String reason) {}
}
