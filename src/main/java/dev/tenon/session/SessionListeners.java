package dev.tenon.session;

import dev.tenon.kernel.web.SessionScopedBeans;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The listeners of the application, told of stored sessions in the order of Jakarta Servlet 6.0, section 11.3.3; what one throws is logged and
 * keeps none of the others from being told. Runs in the thread that changes or ends a session. Thread-safe.
 */
final class SessionListeners {
    private static final Logger LOG = System.getLogger(SessionListeners.class.getName());

    private final List<HttpSessionListener> ofLife;
    private final List<HttpSessionListener> ofDeath;
    private final List<HttpSessionIdListener> ofIds;
    private final List<HttpSessionAttributeListener> ofAttributes;
    private final List<Consumer<SessionEvent>> ofEvents;
    private volatile List<SessionScopedBeans> beans = List.of();

    /** Sets them in the order of their declaration; one may listen to several things. Events come after the call that they stand for. */
    SessionListeners(List<? extends EventListener> declared, List<Consumer<SessionEvent>> ofEvents) {
        this.ofEvents = ofEvents;
        ofLife = those(HttpSessionListener.class, declared);
        ofIds = those(HttpSessionIdListener.class, declared);
        ofAttributes = those(HttpSessionAttributeListener.class, declared);
        ofDeath = new ArrayList<>(ofLife);
        Collections.reverse(ofDeath);
    }

    private static <L> List<L> those(Class<L> type, List<? extends EventListener> declared) {
        return declared.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Those who observe the scope of the beans, which is around all the rest, are told from now on, too. */
    void tell(SessionScopedBeans ofTheScope) {
        beans = List.of(ofTheScope);
    }

    void created(StoredHttpSession session) {
        tell(beans, scope -> scope.began(session));
        HttpSessionEvent event = new HttpSessionEvent(session);
        tell(ofLife, listener -> listener.sessionCreated(event));
        tell(SessionEvent.Type.CREATED, session);
    }

    /** In the reverse order. */
    void destroyed(StoredHttpSession session) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        tell(ofDeath, listener -> listener.sessionDestroyed(event));
        tell(SessionEvent.Type.DESTROYED, session);
        tell(beans, scope -> scope.ends(session));
    }

    /** After its attributes left, too. */
    void ended(StoredHttpSession session) {
        tell(beans, scope -> scope.ended(session));
    }

    void expired(StoredHttpSession session) {
        tell(SessionEvent.Type.EXPIRED, session);
    }

    void invalid(StoredHttpSession session) {
        tell(SessionEvent.Type.INVALID, session);
    }

    void missed(HttpServletRequest request) {
        tell(new SessionEvent(SessionEvent.Type.MISSED, Optional.empty(), Optional.of(request)));
    }

    private void tell(SessionEvent.Type type, StoredHttpSession session) {
        tell(new SessionEvent(type, Optional.of(session), session.request()));
    }

    private void tell(SessionEvent event) {
        tell(ofEvents, listener -> listener.accept(event));
    }

    void idChanged(HttpSession session, String oldId) {
        HttpSessionEvent event = new HttpSessionEvent(session);
        tell(ofIds, listener -> listener.sessionIdChanged(event, oldId));
    }

    void added(HttpSession session, String name, Object value) {
        HttpSessionBindingEvent event = new HttpSessionBindingEvent(session, name, value);
        tell(ofAttributes, listener -> listener.attributeAdded(event));
    }

    void removed(HttpSession session, String name, Object value) {
        HttpSessionBindingEvent event = new HttpSessionBindingEvent(session, name, value);
        tell(ofAttributes, listener -> listener.attributeRemoved(event));
    }

    void replaced(HttpSession session, String name, Object oldValue) {
        HttpSessionBindingEvent event = new HttpSessionBindingEvent(session, name, oldValue);
        tell(ofAttributes, listener -> listener.attributeReplaced(event));
    }

    private static <L> void tell(List<L> listeners, Consumer<L> event) {
        for (L listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "TENON-S12 " + listener.getClass().getName() + " failed as a session listener",
                        e);
            }
        }
    }
}
