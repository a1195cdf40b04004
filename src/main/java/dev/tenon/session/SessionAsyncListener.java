package dev.tenon.session;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Saves after async work that nobody completed: what ended by a timeout or an error. */
final class SessionAsyncListener implements AsyncListener {
    private static final Logger LOG = System.getLogger(SessionAsyncListener.class.getName());

    private final SessionExchange exchange;

    SessionAsyncListener(SessionExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        commit();
    }

    /** Before the container answers. */
    @Override
    public void onTimeout(AsyncEvent event) {
        commit();
    }

    /** Before the container answers. */
    @Override
    public void onError(AsyncEvent event) {
        commit();
    }

    private void commit() {
        try {
            exchange.commit();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-S08 A session could not be saved after async work", e);
        }
    }

    /** A new cycle forgets its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        // The request adds a listener of its own to each cycle.
    }
}
