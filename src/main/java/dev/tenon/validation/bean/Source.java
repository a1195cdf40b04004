package dev.tenon.validation.bean;

import dev.tenon.validation.Param;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Map;

/**
 * Where an argument came from, as its annotations say: {@link Param}, or those of Jakarta REST, known by name because a server need not have them.
 *
 * @param in such as {@code query}; {@code argument} where nothing says
 * @param name the name that clients see; null where the argument is the body itself
 */
record Source(String in, Object name) {
    private static final String REST = "jakarta.ws.rs.";
    private static final Map<String, String> PLACES = Map.of(
            REST + "QueryParam", "query",
            REST + "PathParam", "path",
            REST + "HeaderParam", "header",
            REST + "CookieParam", "cookie",
            REST + "FormParam", "body",
            REST + "MatrixParam", "path");

    static Source of(Parameter parameter, int position) {
        Param named = parameter.getAnnotation(Param.class);
        if (named != null) {
            return new Source("argument", named.value());
        }
        for (Annotation annotation : parameter.getAnnotations()) {
            String place = PLACES.get(annotation.annotationType().getName());
            if (place != null) {
                return new Source(place, value(annotation));
            }
        }
        if (isEntity(parameter)) {
            return new Source("body", null);
        }
        return new Source("argument", parameter.isNamePresent() ? parameter.getName() : (Object) position);
    }

    /** Returns whether it is what Jakarta REST reads the body into: the parameter of a resource method that says nothing else. */
    private static boolean isEntity(Parameter parameter) {
        return has(parameter.getDeclaringExecutable().getAnnotations(), "HttpMethod")
                && !has(parameter.getAnnotations(), null);
    }

    /** Returns whether one of the annotations is of Jakarta REST, and carries another one of it if that is asked for. */
    private static boolean has(Annotation[] annotations, String carried) {
        for (Annotation annotation : annotations) {
            Class<?> type = annotation.annotationType();
            boolean rest = type.getName().startsWith(REST);
            if (carried == null && rest) {
                return true;
            }
            for (Annotation meta : type.getAnnotations()) {
                if (meta.annotationType().getName().equals(REST + carried)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Object value(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + annotation, e);
        }
    }
}
