package dev.tenon.metrics.cdi;

import dev.tenon.metrics.microprofile.RegistrySource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Asks for the registry from an injection point: the producer of Payara 6 fails without one, as a look-up by program is. */
public class InjectedRegistry implements RegistrySource {
    @Inject
    private Instance<MetricRegistry> registry;

    @Override
    public Optional<MetricRegistry> registry() {
        return registry.isResolvable() ? Optional.of(registry.get()) : Optional.empty();
    }
}
