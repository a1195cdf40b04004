package dev.tenon.validation.sanitize;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** How a record is read, cleaned and made; found out once for each type. Immutable. Not for applications to call. */
public final class RecordShape {
    /** Kept with the class itself, so that it goes with the application. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final List<Component> components;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        RecordComponent[] all = type.getRecordComponents();
        components = Arrays.stream(all).map(one -> Component.of(type, one)).toList();
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible(); // a record nested in an application's package-private class
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is a record without its constructor", e);
        }
    }

    /**
     * Returns the shape of a record.
     *
     * @throws IllegalArgumentException if the type is no record
     */
    public static RecordShape of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        return SHAPES.get(type);
    }

    /** Returns the components in the order of declaration. */
    public List<Component> components() {
        return components;
    }

    /**
     * Returns a record of these values.
     *
     * @throws RuntimeException whatever the constructor throws
     */
    public Object create(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }

    /**
     * One component.
     *
     * @param type its type as it was declared
     * @param rawType its class
     * @param sanitizer what its annotations do
     */
    public record Component(String name, Type type, Class<?> rawType, Sanitizer sanitizer, Method accessor) {
        private static Component of(Class<?> owner, RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.trySetAccessible();
            Sanitizer sanitizer = Sanitizer.of(component, field(owner, component), accessor);
            return new Component(
                    component.getName(), component.getGenericType(), component.getType(), sanitizer, accessor);
        }

        private static Field field(Class<?> owner, RecordComponent component) {
            try {
                return owner.getDeclaredField(component.getName());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(owner + " is a record without its field " + component.getName(), e);
            }
        }

        /** Returns the value that a record has here. */
        public Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
    }
}
