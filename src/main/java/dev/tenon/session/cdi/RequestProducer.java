package dev.tenon.session.cdi;

import dev.tenon.kernel.web.CurrentRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Gives {@code @Inject HttpServletRequest} and {@code HttpSession} what a servlet gets; the container's built-in beans know neither Tenon's
 * filter nor its session. Where the session feature turned out to be off, it is those that are given.
 */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@ApplicationScoped
public class RequestProducer {
    /** Returns the request as the application has it behind Tenon's filter. */
    @Produces
    @RequestScoped
    public HttpServletRequest request(BeanManager manager) {
        return CurrentRequest.get().orElseGet(() -> builtIn(HttpServletRequest.class, manager));
    }

    /** Returns the session of that request, which begins with this where there is none. */
    @Produces
    @RequestScoped
    public HttpSession session(BeanManager manager) {
        return CurrentRequest.get()
                .map(HttpServletRequest::getSession)
                .orElseGet(() -> builtIn(HttpSession.class, manager));
    }

    private static <T> T builtIn(Class<T> type, BeanManager manager) {
        Bean<?> bean = manager.getBeans(type, Any.Literal.INSTANCE).stream()
                .filter(found -> found.getBeanClass() != RequestProducer.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + type.getSimpleName() + " here"));
        CreationalContext<?> context = manager.createCreationalContext(bean);
        return type.cast(manager.getReference(bean, type, context));
    }
}
