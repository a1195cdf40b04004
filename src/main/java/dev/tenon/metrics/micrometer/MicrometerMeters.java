package dev.tenon.metrics.micrometer;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Meter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Registers each meter as {@code tenon.session.loads} with the tag {@code context}: in the application's {@link MeterRegistry} bean, else in
 * Micrometer's global registry. Thread-safe.
 */
public final class MicrometerMeters implements Consumer<Meter>, AutoCloseable {
    private static final double NANOS = 1e9;

    private final MeterRegistry registry;
    private final String contextPath;
    private final List<io.micrometer.core.instrument.Meter> registered = new ArrayList<>();
    private boolean closed;

    /** Sets where a registry of the application's own may be found, and the tag. */
    public MicrometerMeters(BeanLookup beans, String contextPath) {
        this.registry = beans.find(MeterRegistry.class).orElse(Metrics.globalRegistry);
        this.contextPath = contextPath.isEmpty() ? "/" : contextPath;
    }

    @Override
    public synchronized void accept(Meter meter) {
        if (!closed) {
            registered.add(meter.kind() == Meter.Kind.GAUGE ? gauge(meter) : counter(meter));
        }
    }

    private Gauge gauge(Meter meter) {
        return Gauge.builder(name(meter), meter, Meter::read)
                .description(meter.description())
                .tags(tags(meter))
                .strongReference(true)
                .register(registry);
    }

    private FunctionCounter counter(Meter meter) {
        boolean time = meter.kind() == Meter.Kind.TIME;
        return FunctionCounter.builder(name(meter), meter, time ? seconds -> seconds.read() / NANOS : Meter::read)
                .description(meter.description())
                .baseUnit(unit(meter.kind()))
                .tags(tags(meter))
                .register(registry);
    }

    private static String unit(Meter.Kind kind) {
        return switch (kind) {
            case TIME -> "seconds";
            case BYTES -> "bytes";
            default -> null;
        };
    }

    private static String name(Meter meter) {
        return "tenon." + meter.name();
    }

    private String[] tags(Meter meter) {
        return meter.tag().isEmpty()
                ? new String[] {"context", contextPath}
                : new String[] {"context", contextPath, "code", meter.tag()};
    }

    /** Takes the meters away, and shows none that comes later: the registry outlives the application and would keep its classes. */
    @Override
    public synchronized void close() {
        closed = true;
        registered.forEach(registry::remove);
    }
}
