package dev.tenon.session.cdi;

import dev.tenon.kernel.web.CurrentRequest;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.annotation.Annotation;

/**
 * Finds beans among the attributes of the stored session of the request that the thread works for. Where the session feature turned out to be
 * off, it is but another name for the container's own session context, which then keeps, creates and destroys them. Thread-safe.
 */
final class StoredSessionContext implements AlterableContext {
    private final SessionBeans beans;
    private final BeanManager manager;

    StoredSessionContext(SessionBeans beans, BeanManager manager) {
        this.beans = beans;
        this.manager = manager;
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return StoredSessionScoped.class;
    }

    @Override
    public boolean isActive() {
        return beans.areKept() ? CurrentRequest.get().isPresent() : isContainersActive();
    }

    private boolean isContainersActive() {
        try {
            return containers().isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    private Context containers() {
        return manager.getContext(SessionScoped.class);
    }

    @Override
    public <T> T get(Contextual<T> contextual) {
        return beans.areKept() ? find(type(contextual)) : containers().get(contextual);
    }

    @Override
    public <T> T get(Contextual<T> contextual, CreationalContext<T> context) {
        if (!beans.areKept()) {
            return containers().get(contextual, context);
        }
        StoredBeanType<T> type = type(contextual);
        T found = find(type);
        return found != null || context == null ? found : create(type, context);
    }

    private static <T> T create(StoredBeanType<T> type, CreationalContext<T> context) {
        HttpSession session = request().getSession(); // begins before what is in it
        StoredBean<T> created = type.create(context);
        session.setAttribute(type.name(), created);
        return created.instance(type);
    }

    @SuppressWarnings("unchecked") // the name stands for the same bean as when it was stored
    private static <T> T find(StoredBeanType<T> type) {
        HttpSession session = request().getSession(false);
        Object found = session == null ? null : session.getAttribute(type.name());
        return found instanceof StoredBean<?> stored ? ((StoredBean<T>) stored).instance(type) : null;
    }

    private static HttpServletRequest request() {
        return CurrentRequest.get()
                .orElseThrow(
                        () -> new ContextNotActiveException(
                                "@SessionScoped beans are in the stored session, which is there within a request that passed Tenon's filter"));
    }

    /** By its id: Weld hands over its own wrapper of the bean. */
    @SuppressWarnings("unchecked") // an id is of one bean
    private <T> StoredBeanType<T> type(Contextual<T> contextual) {
        return (StoredBeanType<T>) beans.byId(((PassivationCapable) contextual).getId());
    }

    @Override
    public void destroy(Contextual<?> contextual) {
        if (beans.areKept()) {
            HttpSession session = request().getSession(false);
            if (session != null) {
                session.removeAttribute(type(contextual).name());
            }
        } else if (containers() instanceof AlterableContext alterable) {
            alterable.destroy(contextual);
        }
    }
}
