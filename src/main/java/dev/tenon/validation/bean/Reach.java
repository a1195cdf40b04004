package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.RecordShape;
import dev.tenon.validation.sanitize.RecordShape.Component;
import dev.tenon.validation.sanitize.Sanitizer;
import jakarta.validation.Valid;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows whether there can be anything to clean inside values of a type: records, and beans that are marked {@link Valid}. Where the type leaves open
 * what is given, there can be.
 */
final class Reach {
    private static final ClassValue<Set<String>> VALID = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            Set<String> names = new HashSet<>();
            for (Component one : RecordShape.of(type).components()) {
                if (BeanProperty.isValid(one.accessor(), one.accessor().getAnnotatedReturnType())) {
                    names.add(one.name());
                }
            }
            return names;
        }
    };

    private final Set<Step> seen = new HashSet<>();

    static boolean of(Type type, boolean valid) {
        return new Reach().reaches(type, valid);
    }

    /** Returns whether the component of a record is marked. */
    static boolean isValid(Component component) {
        return VALID.get(component.accessor().getDeclaringClass()).contains(component.name());
    }

    private boolean reaches(Type type, boolean valid) {
        if (type instanceof ParameterizedType generic) {
            boolean holder = isHolder((Class<?>) generic.getRawType());
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(argument -> reaches(argument, valid))
                    || (!holder && reaches(generic.getRawType(), valid));
        }
        if (type instanceof GenericArrayType array) {
            return reaches(array.getGenericComponentType(), valid);
        }
        if (!seen.add(new Step(type, valid))) {
            return false;
        }
        if (type instanceof WildcardType wildcard) {
            return reaches(wildcard.getUpperBounds()[0], valid);
        }
        return type instanceof TypeVariable<?> variable
                ? reaches(variable.getBounds()[0], valid)
                : reachesClass((Class<?>) type, valid);
    }

    private boolean reachesClass(Class<?> type, boolean valid) {
        if (type.isArray()) {
            return reaches(type.getComponentType(), valid);
        }
        if (type.isRecord()) {
            return RecordShape.of(type).components().stream()
                    .anyMatch(one -> one.sanitizer() != Sanitizer.NONE || reaches(one.type(), isValid(one)));
        }
        boolean open = type == Object.class || type.isInterface() || isHolder(type);
        return open || (valid && type.getClassLoader() != null && !type.isEnum());
    }

    private record Step(Type type, boolean valid) {}

    private static boolean isHolder(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type == Optional.class;
    }
}
