package dev.tenon.session.cdi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Gives an object that was read from a session what a container injects, from a fresh object of the same class: whether into a field, by the
 * constructor or by an initializer, and into dependent objects, too. What is state of the application stays. For one thread.
 */
final class Reinjection {
    private final List<Filled> filled = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    void fill(Object stored, Object fresh) {
        if (stored.getClass() == fresh.getClass() && seen.add(stored)) {
            for (Class<?> type = stored.getClass(); isOpen(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    fill(field, stored, fresh);
                }
            }
        }
    }

    /** Not the insides of the JDK. */
    private static boolean isOpen(Class<?> type) {
        return !type.isArray() && !type.getModule().isNamed();
    }

    private void fill(Field field, Object stored, Object fresh) {
        if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
            return;
        }
        try {
            field.setAccessible(true);
            Object source = field.get(fresh);
            Object present = field.get(stored);
            if (source != null && present != null) {
                fill(present, source);
            } else if (source != null && (Modifier.isTransient(field.getModifiers()) || isContainers(source))) {
                set(field, stored, source);
                note(field, stored);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot inject into " + field, e);
        }
    }

    private static void set(Field field, Object owner, Object value) {
        try {
            field.setAccessible(true);
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot inject into " + field, e);
        }
    }

    /** Remembers a field that was filled otherwise. */
    void note(Field field, Object stored) {
        filled.add(new Filled(field, stored));
    }

    /** Empties all that was filled. */
    void clear() {
        filled.forEach(place -> set(place.field(), place.owner(), null));
    }

    private record Filled(Field field, Object owner) {}

    /** What the container made, which has no portable mark: its proxies are generated classes, other things are its own. */
    private static boolean isContainers(Object value) {
        Class<?> type = value.getClass();
        return type.isSynthetic()
                || type.getName().startsWith("org.jboss.weld.")
                || type.getName().startsWith("org.apache.webbeans.");
    }
}
