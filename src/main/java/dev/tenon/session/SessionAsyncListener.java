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
        try {
            exchange.commit();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A session could not be saved after async work", e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // onComplete follows.
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows.
    }

    /** A new cycle forgets its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        // The request adds a listener of its own to each cycle.
    }
}
