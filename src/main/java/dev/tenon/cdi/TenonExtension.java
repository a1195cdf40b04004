package dev.tenon.cdi;

import dev.tenon.realtime.cdi.RealtimeProducer;
import dev.tenon.validation.cdi.MethodValidation;
import dev.tenon.validation.cdi.Probe;
import dev.tenon.validation.cdi.ValidatedInterceptor;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;

/** Adds the beans and interceptors of every {@code *.cdi} room; the jar has no {@code beans.xml}, so nothing else of it is a bean. */
public final class TenonExtension implements Extension {
    private static final List<Class<?>> BEANS =
            List.of(ValidatedInterceptor.class, MethodValidation.class, Probe.class, RealtimeProducer.class);

    void addBeans(@Observes BeforeBeanDiscovery discovery) {
        BEANS.forEach(type -> discovery.addAnnotatedType(type, type.getName()));
    }
}
