package dev.tenon.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells values that they are about to be encoded, or were decoded (Jakarta Servlet 6.0, section 7.7.2); what a value throws is logged. */
final class ActivationEvents {
    private static final Logger LOG = System.getLogger(ActivationEvents.class.getName());

    private final HttpSession session;

    ActivationEvents(HttpSession session) {
        this.session = session;
    }

    void willPassivate(Object value) {
        tell(value, listener -> listener.sessionWillPassivate(new HttpSessionEvent(session)));
    }

    void didActivate(Object value) {
        tell(value, listener -> listener.sessionDidActivate(new HttpSessionEvent(session)));
    }

    private static void tell(Object value, Consumer<HttpSessionActivationListener> event) {
        if (value instanceof HttpSessionActivationListener listener) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "TENON-S01 " + listener.getClass().getName() + " failed as an activation listener",
                        e);
            }
        }
    }
}
