package dev.tenon.metrics.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrometerMetersTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters();

    @Test
    void meters_areInTheRegistryOfTheApplication() {
        try (MicrometerMeters micrometer = new MicrometerMeters(registryBean(), "/shop")) {
            meters.listen(micrometer);
            meters.counter("session.loads", "sessions read").add(3);
            meters.time("session.loadTime", "time in the store").add(1_500_000_000);
            meters.gauge("realtime.clients", "open connections", () -> 7);
            meters.counter("validation.failures", "isEmail", "refused values").increment();
            assertEquals(3, counted("tenon.session.loads"));
            assertEquals(1.5, counted("tenon.session.loadTime"));
            assertEquals(
                    7,
                    registry.get("tenon.realtime.clients")
                            .tag("context", "/shop")
                            .gauge()
                            .value());
            assertEquals(
                    1,
                    registry.get("tenon.validation.failures")
                            .tag("code", "isEmail")
                            .functionCounter()
                            .count());
        }
    }

    @Test
    void withoutABean_theGlobalRegistryIsUsed() {
        try (MicrometerMeters micrometer = new MicrometerMeters(BeanLookup.NONE, "/shop")) {
            meters.listen(micrometer);
            meters.counter("session.loads", "sessions read");
            assertEquals(
                    0,
                    Metrics.globalRegistry
                            .get("tenon.session.loads")
                            .functionCounter()
                            .count());
        }
        assertNull(Metrics.globalRegistry.find("tenon.session.loads").functionCounter());
    }

    @Test
    void close_takesAllAway() {
        MicrometerMeters micrometer = new MicrometerMeters(registryBean(), "/shop");
        meters.listen(micrometer);
        meters.counter("session.loads", "sessions read");
        micrometer.close();
        assertTrue(registry.getMeters().isEmpty());
    }

    /** Sessions and connections end after it, and are counted. */
    @Test
    void meterThatComesAfterClose_isNotShown() {
        MicrometerMeters micrometer = new MicrometerMeters(registryBean(), "/shop");
        meters.listen(micrometer);
        micrometer.close();
        meters.counter("session.ended", "sessions that ended").increment();
        assertTrue(registry.getMeters().isEmpty());
    }

    private double counted(String name) {
        return registry.get(name).functionCounter().count();
    }

    private BeanLookup registryBean() {
        return new BeanLookup() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return Optional.of(type.cast(registry));
            }
        };
    }
}
