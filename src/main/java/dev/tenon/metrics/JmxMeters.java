package dev.tenon.metrics;

import dev.tenon.kernel.Meter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers one MBean for each feature that has meters: {@code dev.tenon:type=session,context="/shop"}. Where another application of the
 * server has the same context path, on another virtual host, the later one gets {@code instance=2}. Thread-safe.
 */
final class JmxMeters implements AutoCloseable {
    private static final Logger LOG = System.getLogger(JmxMeters.class.getName());
    private static final int MAX_INSTANCES = 100;

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final String contextPath;
    private final Map<String, MeterBean> beans = new HashMap<>();
    private final List<ObjectName> names = new ArrayList<>();
    private boolean closed;

    JmxMeters(String contextPath) {
        this.contextPath = contextPath;
    }

    synchronized void add(Meter meter) {
        if (!closed) {
            beans.computeIfAbsent(meter.feature(), this::register).add(meter);
        }
    }

    private MeterBean register(String feature) {
        MeterBean bean = new MeterBean("What Tenon counts about " + feature);
        try {
            names.add(register(bean, feature));
        } catch (JMException
                | RuntimeException e) { // the latter from a security manager, or a server that guards its own
            LOG.log(Level.WARNING, "TENON-M01 Meters of " + feature + " are not shown in JMX", e);
        }
        return bean;
    }

    private ObjectName register(MeterBean bean, String feature) throws JMException {
        for (int instance = 1; instance < MAX_INSTANCES; instance++) {
            try {
                return server.registerMBean(bean, name(feature, instance)).getObjectName();
            } catch (InstanceAlreadyExistsException taken) {
                LOG.log(Level.TRACE, "an application of the same context path is there", taken);
            }
        }
        throw new InstanceAlreadyExistsException(feature);
    }

    private ObjectName name(String feature, int instance) throws JMException {
        String context = ObjectName.quote(contextPath.isEmpty() ? "/" : contextPath);
        String twin = instance == 1 ? "" : ",instance=" + instance;
        return new ObjectName("dev.tenon:type=" + feature + ",context=" + context + twin);
    }

    /** Takes the MBeans away: the server would keep the application's classes with them. */
    @Override
    public synchronized void close() {
        closed = true;
        for (ObjectName name : names) {
            try {
                server.unregisterMBean(name);
            } catch (JMException e) {
                LOG.log(Level.TRACE, "somebody else took the MBean away", e);
            }
        }
    }
}
