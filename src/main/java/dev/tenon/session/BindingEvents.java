package dev.tenon.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells values that they enter or leave a session (Jakarta Servlet 6.0, section 7.4); what a value throws is logged. */
final class BindingEvents {
    private static final Logger LOG = System.getLogger(BindingEvents.class.getName());

    private final HttpSession session;

    BindingEvents(HttpSession session) {
        this.session = session;
    }

    void bound(String name, Object value) {
        tell(name, value, listener -> listener.valueBound(new HttpSessionBindingEvent(session, name, value)));
    }

    void unbound(String name, Object value) {
        tell(name, value, listener -> listener.valueUnbound(new HttpSessionBindingEvent(session, name, value)));
    }

    private static void tell(String name, Object value, Consumer<HttpSessionBindingListener> event) {
        if (value instanceof HttpSessionBindingListener listener) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "TENON-S03 The session attribute " + name + " failed as a binding listener", e);
            }
        }
    }
}
