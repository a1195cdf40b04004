package dev.tenon.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Makes records of objects. A member that the record does not have is passed over, as a newer client may send more. */
final class JsonRecords {
    private JsonRecords() {}

    static Object bind(Map<String, Object> members, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            values[i] = JsonBinding.at("." + name, members.get(name), components[i].getGenericType());
        }
        return create(constructor(type, components), values);
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent... components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.trySetAccessible(); // a record nested in an application's package-private class
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is a record without its constructor", e);
        }
    }

    /** A constructor that refuses its values with an {@link IllegalArgumentException} or {@link NullPointerException} refuses the JSON. */
    private static Object create(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof NullPointerException) {
                throw new JsonException("refused: " + e.getCause().getMessage(), e.getCause());
            }
            throw new IllegalStateException(constructor + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }
}
