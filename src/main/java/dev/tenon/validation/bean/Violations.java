package dev.tenon.validation.bean;

import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import jakarta.validation.ConstraintViolation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes one exception of what a provider found in the arguments of a method, always in the same order: no provider has one. */
final class Violations {
    private static final Set<String> GENERAL = Set.of("message", "groups", "payload");

    private Violations() {}

    static ValidationException of(Set<? extends ConstraintViolation<?>> found, Method method) {
        return new ValidationException(found.stream()
                .map(violation -> new Found(Place.of(violation.getPropertyPath(), method), violation))
                .sorted(Found.ORDER)
                .map(Found::toViolation)
                .toList());
    }

    /** One violation and its place. */
    private record Found(Place place, ConstraintViolation<?> violation) {
        static final Comparator<Found> ORDER = Comparator.comparing(Found::place, Place.ORDER)
                .thenComparing(Found::code)
                .thenComparing(Found::message);

        Violation toViolation() {
            return new Violation("argument", place.name(), code(), message(), place.pointer(), params());
        }

        /** Returns the name of the constraint as a name of a program: {@code notBlank} for {@code NotBlank}. */
        String code() {
            Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
            String name = constraint.annotationType().getSimpleName();
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        /** Returns the application's own message as it is, and a provider's, which starts with "must", after the name. */
        String message() {
            boolean own = !violation.getMessageTemplate().startsWith("{");
            return own || place.steps().isEmpty()
                    ? violation.getMessage()
                    : place.name() + " " + violation.getMessage();
        }

        private Map<String, Object> params() {
            Map<String, Object> params = new TreeMap<>();
            violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
                if (!GENERAL.contains(name) && isPlain(value)) {
                    params.put(name, value);
                }
            });
            return params;
        }

        private static boolean isPlain(Object value) {
            return value instanceof Number || value instanceof Boolean || value instanceof String;
        }
    }
}
