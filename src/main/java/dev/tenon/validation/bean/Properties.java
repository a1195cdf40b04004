package dev.tenon.validation.bean;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the properties of beans in the order in which they were declared, those of a superclass first. Never calls a method of the application. */
final class Properties {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return search(type);
        }
    };

    private Properties() {}

    private static List<Field> search(Class<?> type) {
        List<Field> all = new ArrayList<>();
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            List<Field> own = new ArrayList<>(List.of(one.getDeclaredFields()));
            Collections.reverse(own);
            all.addAll(own);
        }
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** Returns how far down the property stands; far below where nobody knows. */
    static int rank(Object bean, String name) {
        List<Field> fields = bean == null ? List.of() : FIELDS.get(bean.getClass());
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getName().equals(name)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Returns the value of the property; null where it cannot be read. */
    static Object value(Object bean, String name) {
        int rank = rank(bean, name);
        if (rank == Integer.MAX_VALUE) {
            return null;
        }
        Field field = FIELDS.get(bean.getClass()).get(rank);
        try {
            Object value = field.trySetAccessible() ? field.get(bean) : null;
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (IllegalAccessException closed) {
            return null;
        }
    }

    static Object element(Object container, int index) {
        if (container instanceof List<?> items && index < items.size()) {
            return items.get(index);
        }
        return container instanceof Object[] items && index < items.length ? items[index] : null;
    }

    static Object member(Object container, Object key) {
        return container instanceof Map<?, ?> members ? members.get(key) : null;
    }
}
