package dev.tenon.metrics.microprofile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.Meters;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;

/** How the registry is called; what a server makes of it is for the tests on servers. */
class MicroProfileMetersTest {
    private final List<String> calls = new ArrayList<>();
    private final Meters meters = new Meters();

    /** Sessions and connections end after it, and are counted. */
    @Test
    void meterThatComesAfterClose_isNotShown() {
        MicroProfileMeters microProfile = new MicroProfileMeters(recording(), "/shop");
        meters.listen(microProfile);
        meters.counter("session.loads", "sessions read").increment();
        microProfile.close();
        meters.counter("session.ended", "sessions that ended").increment();
        assertEquals(List.of("gauge", "remove"), calls);
    }

    private MetricRegistry recording() {
        return (MetricRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MetricRegistry.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return method.getReturnType() == boolean.class ? true : null;
                });
    }
}
