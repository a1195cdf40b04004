package dev.tenon.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The meters of one application. Features make and move them; who shows them to operators listens. A meter is made when its feature first
 * has something to count, so that a feature that nobody uses shows nothing. Thread-safe.
 */
public final class Meters {
    /** How many tags one name may have: they may come from an application, and what shows them keeps each for good. */
    static final int MAX_TAGS = 100;

    private static final Logger LOG = System.getLogger(Meters.class.getName());
    private static final String REST = "other";

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Integer> tags = new ConcurrentHashMap<>();
    private final List<Meter> meters = new CopyOnWriteArrayList<>();
    private final List<Consumer<Meter>> listeners = new CopyOnWriteArrayList<>();

    /** Returns the counter of this name, the same one each time. */
    public Counter counter(String name, String description) {
        return counter(name, "", description, Meter.Kind.COUNT);
    }

    /** Returns the counter of this name, counting bytes. */
    public Counter bytes(String name, String description) {
        return counter(name, "", description, Meter.Kind.BYTES);
    }

    /** Returns the counter of this name, adding up nanoseconds. */
    public Counter time(String name, String description) {
        return counter(name, "", description, Meter.Kind.TIME);
    }

    /** Returns the counter of this name for one tag; from the hundredth tag on they share the tag {@code other}. */
    public Counter counter(String name, String tag, String description) {
        Counter known = counters.get(key(name, tag));
        return known != null ? known : counter(name, allowed(name, tag), description, Meter.Kind.COUNT);
    }

    private Counter counter(String name, String tag, String description, Meter.Kind kind) {
        Counter fresh = new Counter();
        Counter known = counters.putIfAbsent(key(name, tag), fresh);
        if (known == null) {
            add(new Meter(name, tag, description, kind, fresh::sum));
            return fresh;
        }
        return known;
    }

    private String allowed(String name, String tag) {
        int known = tags.merge(name, 1, (before, one) -> Math.min(before + one, MAX_TAGS));
        return known < MAX_TAGS ? tag : REST;
    }

    private static String key(String name, String tag) {
        return name + " " + tag;
    }

    /** Adds a meter that reads how many there are now. */
    public void gauge(String name, String description, LongSupplier value) {
        add(new Meter(name, "", description, Meter.Kind.GAUGE, value));
    }

    private void add(Meter meter) {
        meters.add(meter);
        listeners.forEach(listener -> tell(listener, meter));
    }

    /** What a registry throws is no failure of the request that happened to be counted first. */
    private static void tell(Consumer<Meter> listener, Meter meter) {
        try {
            listener.accept(meter);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-M03 The meter " + meter.name() + " is not shown in a registry", e);
        }
    }

    /**
     * Calls the listener with every meter there is, and from now on with each new one, in the thread that makes it. One that is made at this
     * moment may be told twice. What it throws is logged.
     */
    public void listen(Consumer<Meter> listener) {
        listeners.add(listener);
        meters.forEach(meter -> tell(listener, meter));
    }
}
