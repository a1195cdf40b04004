package dev.tenon.metrics.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.cdi.TenonExtension;
import dev.tenon.metrics.microprofile.RegistrySource;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Proxy;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;

class InjectedRegistryTest {
    @Test
    void registry_isFound_whereItsProducerAsksTheInjectionPoint() {
        try (SeContainer container =
                container().addBeanClasses(LikePayara.class).initialize()) {
            assertEquals(
                    "a registry",
                    container
                            .select(RegistrySource.class)
                            .get()
                            .registry()
                            .orElseThrow()
                            .toString());
        }
    }

    @Test
    void noRegistry_isNone() {
        try (SeContainer container = container().addBeanClasses(Plain.class).initialize()) {
            assertTrue(container.select(RegistrySource.class).get().registry().isEmpty());
        }
    }

    private static SeContainerInitializer container() {
        return SeContainerInitializer.newInstance().disableDiscovery().addExtensions(new TenonExtension());
    }

    /** Produces as Payara 6 does. */
    public static class LikePayara {
        @Produces
        MetricRegistry registry(InjectionPoint point) {
            assertTrue(point.getAnnotated().getAnnotations().size() > 0);
            return (MetricRegistry) Proxy.newProxyInstance(
                    LikePayara.class.getClassLoader(),
                    new Class<?>[] {MetricRegistry.class},
                    (proxy, method, args) -> "a registry");
        }
    }

    /** A container wants one bean at least. */
    public static class Plain {}
}
