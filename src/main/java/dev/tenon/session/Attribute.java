package dev.tenon.session;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** One attribute: bytes from the store, decoded once and only if it is asked for, or a value of the application. Thread-safe. */
final class Attribute {
    private static final Logger LOG = System.getLogger(Attribute.class.getName());
    private static final Object UNREADABLE = new Object();
    private static final Set<Class<?>> CONSTANT = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class);

    private final String name;
    private final byte[] stored; // null for a value of the application
    private final AtomicReference<Object> value;

    private Attribute(String name, byte[] stored, Object value) {
        this.name = name;
        this.stored = stored;
        this.value = new AtomicReference<>(value);
    }

    static Attribute stored(String name, byte[] bytes) {
        return new Attribute(name, bytes, null);
    }

    static Attribute of(String name, Object value) {
        return new Attribute(name, null, value);
    }

    /** The same object each time; null if its bytes cannot be decoded. */
    Object value(AttributeCodec codec, ActivationEvents events) {
        if (value.get() == null) {
            Object decoded = decode(codec);
            events.didActivate(decoded);
            value.compareAndSet(null, decoded);
        }
        Object current = value.get();
        return current == UNREADABLE ? null : current;
    }

    /** A missing or forbidden class costs this attribute, not the session; its bytes stay where they are. */
    private Object decode(AttributeCodec codec) {
        try {
            return codec.decode(stored);
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "TENON-S02 The session attribute " + name + " cannot be read; it is kept as it is",
                    e);
            return UNREADABLE;
        }
    }

    /** Whether it came from the store, and was not set since. */
    boolean isOfStore() {
        return stored != null;
    }

    /** Whether the application had the chance to change it. */
    boolean mayHaveChanged() {
        Object current = value.get();
        return stored == null || (current != null && current != UNREADABLE && !isConstant(current));
    }

    private static boolean isConstant(Object value) {
        Class<?> type = value.getClass();
        return CONSTANT.contains(type)
                || value instanceof Enum
                || type.getPackageName().equals("java.time");
    }
}
