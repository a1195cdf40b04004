package dev.tenon.validation.bean;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Knows whether a record carries any constraint: one without starts no provider. Rules that stand elsewhere, in XML or in code, do not count
 * for a record that carries none.
 */
final class Constrained {
    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return search(type);
        }
    };

    private Constrained() {}

    static boolean is(Class<?> type) {
        return KNOWN.get(type);
    }

    private static boolean search(Class<?> type) {
        Stream<AnnotatedElement> places = Stream.of(
                        Stream.of(type),
                        Arrays.stream(type.getDeclaredFields()),
                        Arrays.stream(type.getDeclaredMethods()),
                        Arrays.stream(type.getInterfaces()))
                .flatMap(any -> any);
        Stream<AnnotatedType> types = Stream.concat(
                Arrays.stream(type.getDeclaredFields()).map(field -> field.getAnnotatedType()),
                Arrays.stream(type.getDeclaredMethods()).map(method -> method.getAnnotatedReturnType()));
        Class<?> above = type.getSuperclass();
        boolean inherited = above != null && !above.getName().startsWith("java.") && search(above);
        return inherited || places.anyMatch(Constrained::carries) || types.anyMatch(Constrained::carriesInside);
    }

    private static boolean carries(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations()).anyMatch(Constrained::isConstraint);
    }

    private static boolean isConstraint(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        boolean list = type.getName().endsWith("$List"); // several of one kind
        return annotation instanceof Valid || list || type.isAnnotationPresent(Constraint.class);
    }

    private static boolean carriesInside(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return Arrays.stream(generic.getAnnotatedActualTypeArguments())
                    .anyMatch(argument -> carries(argument) || carriesInside(argument));
        }
        return false;
    }
}
