package dev.tenon.metrics;

import dev.tenon.kernel.Meter;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/** The meters of one feature as attributes of one MBean (JMX 1.4, section 2.3); new ones join while it is registered. Thread-safe. */
final class MeterBean implements DynamicMBean {
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();
    private final String description;

    MeterBean(String description) {
        this.description = description;
    }

    void add(Meter meter) {
        meters.put(meter.localName(), meter);
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        Meter meter = meters.get(name);
        if (meter == null) {
            throw new AttributeNotFoundException(name);
        }
        return meter.read();
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList found = new AttributeList();
        for (String name : names) {
            Meter meter = meters.get(name);
            if (meter != null) {
                found.add(new Attribute(name, meter.read()));
            }
        }
        return found;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " can only be read");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] arguments, String[] signature) {
        throw new IllegalArgumentException("no operation is called " + action);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = meters.values().stream()
                .sorted(Comparator.comparing(Meter::localName))
                .map(MeterBean::attribute)
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(MeterBean.class.getName(), description, attributes, null, null, null);
    }

    private static MBeanAttributeInfo attribute(Meter meter) {
        return new MBeanAttributeInfo(meter.localName(), "long", meter.description(), true, false, false);
    }
}
