package dev.tenon.cdi;

import dev.tenon.kernel.Classes;
import dev.tenon.metrics.cdi.InjectedRegistry;
import dev.tenon.realtime.cdi.EventMethods;
import dev.tenon.realtime.cdi.RealtimeProducer;
import dev.tenon.session.cdi.SessionScope;
import dev.tenon.validation.cdi.MethodValidation;
import dev.tenon.validation.cdi.Probe;
import dev.tenon.validation.cdi.ValidatedInterceptor;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.List;

/** Adds the beans and interceptors of every {@code *.cdi} room; the jar has no {@code beans.xml}, so nothing else of it is a bean. */
public final class TenonExtension implements Extension {
    private static final List<Class<?>> BEANS =
            List.of(ValidatedInterceptor.class, MethodValidation.class, Probe.class, RealtimeProducer.class);

    private final SessionScope sessionScope = new SessionScope();
    private final EventMethods eventMethods = new EventMethods();

    void addBeans(@Observes BeforeBeanDiscovery discovery) {
        BEANS.forEach(type -> discovery.addAnnotatedType(type, type.getName()));
        if (Classes.has("org.eclipse.microprofile.metrics.MetricRegistry")) {
            addMetrics(discovery);
        }
        sessionScope.begin(discovery);
    }

    private static void addMetrics(BeforeBeanDiscovery discovery) {
        discovery.addAnnotatedType(InjectedRegistry.class, InjectedRegistry.class.getName());
    }

    void moveBean(@Observes ProcessBeanAttributes<?> event) {
        sessionScope.move(event);
    }

    void noteBean(@Observes ProcessBean<?> event, BeanManager manager) {
        sessionScope.note(event, manager);
    }

    void noteEventMethods(@Observes ProcessManagedBean<?> event) {
        eventMethods.note(event);
    }

    void addContext(@Observes AfterBeanDiscovery discovery, BeanManager manager) {
        sessionScope.finish(discovery, manager);
        eventMethods.finish(discovery, manager);
    }
}
