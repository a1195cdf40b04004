package dev.tenon.metrics.microprofile;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Meter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Registers each meter as {@code tenon.session.loads} with the tag {@code context}, since the applications of a server share one registry
 * (MicroProfile Metrics 5.1). All are gauges: the specification has no counter that is read. Thread-safe.
 */
public final class MicroProfileMeters implements Consumer<Meter>, AutoCloseable {
    private static final Logger LOG = System.getLogger(MicroProfileMeters.class.getName());

    private final MetricRegistry registry;
    private final Tag context;
    private final List<MetricID> registered = new ArrayList<>();
    private boolean closed;

    MicroProfileMeters(MetricRegistry registry, String contextPath) {
        this.registry = registry;
        this.context = new Tag("context", contextPath.isEmpty() ? "/" : contextPath);
    }

    /** Returns what shows meters to the application's registry; empty when the API is there but no implementation. */
    public static Optional<MicroProfileMeters> find(BeanLookup beans, String contextPath) {
        try {
            return beans.find(RegistrySource.class)
                    .flatMap(RegistrySource::registry)
                    .map(registry -> new MicroProfileMeters(registry, contextPath));
        } catch (RuntimeException e) { // of a producer of the server, which must not keep the application from starting
            LOG.log(Level.WARNING, "TENON-M02 Meters are not shown in MicroProfile Metrics", e);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void accept(Meter meter) {
        if (!closed) {
            register(meter);
        }
    }

    private void register(Meter meter) {
        Metadata metadata = Metadata.builder()
                .withName("tenon." + meter.name())
                .withDescription(meter.description())
                .withUnit(unit(meter.kind()))
                .build();
        Tag[] tags = meter.tag().isEmpty() ? new Tag[] {context} : new Tag[] {context, new Tag("code", meter.tag())};
        registry.gauge(metadata, meter::read, tags);
        registered.add(new MetricID(metadata.getName(), tags));
    }

    private static String unit(Meter.Kind kind) {
        return switch (kind) {
            case TIME -> MetricUnits.NANOSECONDS;
            case BYTES -> MetricUnits.BYTES;
            default -> MetricUnits.NONE;
        };
    }

    /** Takes the meters away, and shows none that comes later: the registry may outlive the application. */
    @Override
    public synchronized void close() {
        closed = true;
        registered.forEach(registry::remove);
    }
}
