package dev.tenon.metrics.microprofile;

import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Knows the registry of the application, which CDI injects (MicroProfile Metrics 5.1, section 4.1). */
public interface RegistrySource {
    /** Returns the registry; empty when the API is there but no implementation. */
    Optional<MetricRegistry> registry();
}
