package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.Sanitizer;
import jakarta.validation.Valid;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A property of a bean that annotations for cleaning speak of, or in whose value there may be some.
 *
 * @param sanitizer what the annotations of its field and getter do
 * @param valid whether {@link Valid} leads into it
 */
record BeanProperty(Field field, Sanitizer sanitizer, boolean valid) {
    private static final ClassValue<List<BeanProperty>> KNOWN = new ClassValue<>() {
        @Override
        protected List<BeanProperty> computeValue(Class<?> type) {
            return search(type);
        }
    };

    static List<BeanProperty> of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static List<BeanProperty> search(Class<?> type) {
        List<BeanProperty> all = new ArrayList<>();
        for (Class<?> one = type; one != null && one.getClassLoader() != null; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                BeanProperty property = of(one, field);
                boolean fixed = Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers());
                if (!fixed && property.isOfInterest() && field.trySetAccessible()) {
                    all.add(property);
                }
            }
        }
        return List.copyOf(all);
    }

    private static BeanProperty of(Class<?> owner, Field field) {
        return new BeanProperty(field, Sanitizer.of(annotated(owner, field)), isValid(field, field.getAnnotatedType()));
    }

    /** Returns the field and its getter, on which annotations may stand, too. */
    private static AnnotatedElement[] annotated(Class<?> owner, Field field) {
        String name = field.getName();
        String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        List<AnnotatedElement> all = new ArrayList<>(List.of(field));
        Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        method.getName().equals("get" + end) || method.getName().equals("is" + end))
                .forEach(all::add);
        return all.toArray(AnnotatedElement[]::new);
    }

    /** Returns whether {@link Valid} stands at the element, or at what its type holds. */
    static boolean isValid(AnnotatedElement element, AnnotatedType type) {
        boolean inside = type instanceof AnnotatedParameterizedType generic
                && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                        .anyMatch(argument -> isValid(argument, argument));
        return inside || element.isAnnotationPresent(Valid.class);
    }

    private boolean isOfInterest() {
        return sanitizer != Sanitizer.NONE || Reach.of(field.getGenericType(), valid);
    }
}
