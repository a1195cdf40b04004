package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.RecordShape;
import dev.tenon.validation.sanitize.Sanitizer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Knows whether there can be anything to clean inside values of a type: records, and beans that are marked {@link Valid}. */
final class Reach {
    private final Set<Type> seen = new HashSet<>();

    static boolean of(Type type, boolean valid) {
        return new Reach().reaches(type, valid);
    }

    private boolean reaches(Type type, boolean valid) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(argument -> reaches(argument, valid));
        }
        if (!(type instanceof Class<?> plain) || plain.getClassLoader() == null || !seen.add(type)) {
            return false;
        }
        return plain.isRecord()
                ? RecordShape.of(plain).components().stream()
                        .anyMatch(one -> one.sanitizer() != Sanitizer.NONE || reaches(one.type(), valid))
                : valid && BeanProperty.of(plain).stream().anyMatch(this::reaches);
    }

    private boolean reaches(BeanProperty property) {
        return property.sanitizer() != Sanitizer.NONE
                || reaches(property.field().getGenericType(), property.valid());
    }
}
