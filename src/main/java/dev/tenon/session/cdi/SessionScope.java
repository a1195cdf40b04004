package dev.tenon.session.cdi;

import dev.tenon.kernel.web.SessionScopedBeans;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;

/**
 * Moves the application's {@code @SessionScoped} beans to Tenon's scope while CDI looks for beans. Without a sign that the session feature is
 * used it leaves everything alone.
 */
public final class SessionScope {
    private final boolean used = SignsOfUse.areThere();
    private final SessionBeans beans = new SessionBeans(used);

    /** Adds the scope, and the request and session of Tenon for injection. */
    public void begin(BeforeBeanDiscovery discovery) {
        if (used) {
            discovery.addScope(StoredSessionScoped.class, true, true);
            discovery.addAnnotatedType(RequestProducer.class, RequestProducer.class.getName());
        }
    }

    /** Moves a bean if it is one of the application's, made by its class or by a producer. */
    public void move(ProcessBeanAttributes<?> event) {
        if (used
                && event.getBeanAttributes().getScope() == SessionScoped.class
                && isOfTheApplication(declaringClass(event.getAnnotated()))
                && !isStatefulEjb(event.getAnnotated())) {
            event.configureBeanAttributes().scope(StoredSessionScoped.class);
        }
    }

    private static Class<?> declaringClass(Annotated annotated) {
        AnnotatedType<?> type = annotated instanceof AnnotatedMember<?> member
                ? member.getDeclaringType()
                : (AnnotatedType<?>) annotated;
        return type.getJavaClass();
    }

    /** A server's own beans come from a class loader above the one of this jar. */
    private static boolean isOfTheApplication(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        while (loader != null && loader != SessionScope.class.getClassLoader()) {
            loader = loader.getParent();
        }
        return loader != null;
    }

    /** The EJB container keeps the instances of those; a session would have a reference only. */
    private static boolean isStatefulEjb(Annotated annotated) {
        return annotated.getAnnotations().stream()
                .anyMatch(found -> found.annotationType().getName().equals("jakarta.ejb.Stateful"));
    }

    /** Notes a bean that was moved. */
    public void note(ProcessBean<?> event, BeanManager manager) {
        if (event.getBean().getScope() == StoredSessionScoped.class) {
            beans.add(StoredBeanType.of(event, manager));
        }
    }

    /** Adds the context, and the port through which the session feature says that it is on. */
    public void finish(AfterBeanDiscovery discovery, BeanManager manager) {
        if (used) {
            discovery.addContext(new StoredSessionContext(beans, manager));
        }
        discovery
                .addBean()
                .beanClass(SessionBeans.class)
                .types(SessionBeans.class, SessionScopedBeans.class)
                .scope(Dependent.class)
                .produceWith(nothing -> beans);
    }
}
