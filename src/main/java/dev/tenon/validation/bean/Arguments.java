package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.Sanitizer;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/** Cleans the arguments of a method as their annotations say, before they are judged; found out once for each method. Immutable. */
final class Arguments {
    private final Sanitizer[] sanitizers;
    private final Class<?>[] types;
    private final boolean[] entered;
    private final boolean idle;

    private Arguments(Parameter... parameters) {
        sanitizers = Arrays.stream(parameters).map(Sanitizer::of).toArray(Sanitizer[]::new);
        types = Arrays.stream(parameters).map(Parameter::getType).toArray(Class<?>[]::new);
        entered = new boolean[parameters.length];
        boolean some = false;
        for (int i = 0; i < parameters.length; i++) {
            entered[i] = Reach.of(
                    parameters[i].getParameterizedType(),
                    BeanProperty.isValid(parameters[i], parameters[i].getAnnotatedType()));
            some |= entered[i] || sanitizers[i] != Sanitizer.NONE;
        }
        idle = !some;
    }

    static Arguments of(Executable method) {
        return new Arguments(method.getParameters());
    }

    /** Returns the arguments as they are to be used; the same array where nothing is to be cleaned. */
    Object[] clean(Object... arguments) {
        if (idle) {
            return arguments;
        }
        Object[] cleaned = arguments.clone();
        for (int i = 0; i < cleaned.length; i++) {
            Object own = sanitizers[i].apply(cleaned[i], types[i]);
            cleaned[i] = entered[i] ? new Cleaning().of(own) : own;
        }
        return cleaned;
    }
}
