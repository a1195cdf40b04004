package dev.tenon.session.cdi;

import dev.tenon.kernel.web.CurrentRequest;
import dev.tenon.kernel.web.SessionScopedBeans;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpSession;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The beans that were moved, and whether the session feature keeps them. Thread-safe. */
final class SessionBeans implements SessionScopedBeans {
    private final boolean moved;
    private final Map<String, StoredBeanType<?>> byId = new ConcurrentHashMap<>();
    private final Map<String, StoredBeanType<?>> byName = new ConcurrentHashMap<>();
    private volatile boolean kept;

    SessionBeans(boolean moved) {
        this.moved = moved;
    }

    /** Those of the application that the thread works for. */
    static SessionBeans current() {
        return CDI.current().select(SessionBeans.class).get();
    }

    void add(StoredBeanType<?> type) {
        byId.put(type.id(), type);
        byName.put(type.name(), type);
    }

    /** The type of the bean with the id that CDI gives it in this run of the application. */
    StoredBeanType<?> byId(String id) {
        return byId.get(id);
    }

    /** The type of the bean that has this name in every run; null if the application has it no more. */
    StoredBeanType<?> byName(String name) {
        return byName.get(name);
    }

    @Override
    public boolean areMoved() {
        return moved;
    }

    @Override
    public void keepInStore() {
        kept = true;
    }

    /** Jakarta CDI 4.0, section 6.7.2, has events for the life of the scope that the application wrote. */
    @Override
    public void began(HttpSession session) {
        fire(Initialized.Literal.SESSION, session);
    }

    @Override
    public void ends(HttpSession session) {
        fire(BeforeDestroyed.Literal.SESSION, session);
    }

    @Override
    public void ended(HttpSession session) {
        fire(Destroyed.Literal.SESSION, session);
    }

    private static void fire(Annotation event, HttpSession session) {
        CDI.current().getBeanManager().getEvent().select(event).fire(session);
    }

    /** Whether the feature is on; a request that passed its filter says so, too, where CDI starts after the servlet context. */
    boolean areKept() {
        return kept || CurrentRequest.get().isPresent();
    }
}
