package dev.tenon.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.Meters;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JmxMetersTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Meters meters = new Meters();

    @Test
    void meters_areAttributesOfTheirFeature() throws JMException {
        try (JmxMeters jmx = new JmxMeters("/shop")) {
            meters.listen(jmx::add);
            meters.counter("session.loads", "sessions read").add(3);
            meters.gauge("realtime.clients", "open connections", () -> 7);
            assertEquals(3L, server.getAttribute(name("session", "/shop"), "loads"));
            assertEquals(7L, server.getAttribute(name("realtime", "/shop"), "clients"));
        }
    }

    @Test
    void laterMeter_joinsTheBean() throws JMException {
        try (JmxMeters jmx = new JmxMeters("/shop")) {
            meters.listen(jmx::add);
            meters.counter("session.saves", "sessions written");
            meters.counter("session.loads", "sessions read");
            List<String> names = Arrays.stream(
                            server.getMBeanInfo(name("session", "/shop")).getAttributes())
                    .map(MBeanFeatureInfo::getName)
                    .toList();
            assertEquals(List.of("loads", "saves"), names);
        }
    }

    @Test
    void bean_isGoneWithTheApplication() throws JMException {
        JmxMeters jmx = new JmxMeters("");
        meters.listen(jmx::add);
        meters.counter("session.loads", "sessions read");
        assertTrue(server.isRegistered(name("session", "/")));
        jmx.close();
        meters.counter("upload.forms", "forms received");
        assertFalse(server.isRegistered(name("session", "/")));
        assertFalse(server.isRegistered(name("upload", "/")));
    }

    @Test
    void secondApplicationOfOnePath_isAnotherInstance() throws JMException {
        try (JmxMeters one = new JmxMeters("/shop");
                JmxMeters two = new JmxMeters("/shop")) {
            meters.counter("session.loads", "sessions read");
            meters.listen(one::add);
            meters.listen(two::add);
            assertTrue(server.isRegistered(name("session", "/shop")));
            assertTrue(server.isRegistered(new ObjectName("dev.tenon:type=session,context=\"/shop\",instance=2")));
        }
    }

    @Test
    void attribute_cannotBeWritten_norBeMadeUp() throws JMException {
        try (JmxMeters jmx = new JmxMeters("/shop")) {
            meters.listen(jmx::add);
            meters.counter("session.loads", "sessions read");
            ObjectName name = name("session", "/shop");
            assertThrows(AttributeNotFoundException.class, () -> server.getAttribute(name, "nothing"));
            assertThrows(JMException.class, () -> server.setAttribute(name, new Attribute("loads", 0L)));
        }
    }

    private static ObjectName name(String feature, String context) throws JMException {
        return new ObjectName("dev.tenon:type=" + feature + ",context=" + ObjectName.quote(context));
    }
}
