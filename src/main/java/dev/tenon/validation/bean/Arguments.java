package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.Sanitizer;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.IntStream;

/** Cleans the arguments of a method as their annotations say, before they are judged; found out once for each method. Immutable. */
final class Arguments {
    private final List<Argument> all;
    private final boolean idle;

    private Arguments(List<Argument> all) {
        this.all = all;
        this.idle = all.stream().noneMatch(Argument::isOfInterest);
    }

    static Arguments of(Executable method) {
        Parameter[] parameters = method.getParameters();
        return new Arguments(IntStream.range(0, parameters.length)
                .mapToObj(i -> Argument.of(parameters[i], i))
                .toList());
    }

    /** Returns the arguments as they are to be used; the same array where nothing is to be cleaned. */
    Object[] clean(Object... arguments) {
        if (idle) {
            return arguments;
        }
        Object[] cleaned = arguments.clone();
        for (int i = 0; i < cleaned.length; i++) {
            cleaned[i] = all.get(i).clean(cleaned[i]);
        }
        return cleaned;
    }

    /**
     * One of them.
     *
     * @param source where it came from
     * @param sanitizer what its annotations do
     * @param valid whether beans are entered
     * @param entered whether there can be anything to clean inside
     */
    private record Argument(
            Class<?> type, Source source, int position, Sanitizer sanitizer, boolean valid, boolean entered) {
        static Argument of(Parameter parameter, int position) {
            boolean valid = BeanProperty.isValid(parameter, parameter.getAnnotatedType());
            boolean entered = Reach.of(parameter.getParameterizedType(), valid);
            Source source = Source.of(parameter, position);
            return new Argument(parameter.getType(), source, position, Sanitizer.of(parameter), valid, entered);
        }

        boolean isOfInterest() {
            return entered || sanitizer != Sanitizer.NONE;
        }

        Object clean(Object value) {
            boolean inside = Cleaning.holdsOthers(value) || (entered && (valid || value instanceof Record));
            return inside
                    ? new Cleaning(source, position).of(value, sanitizer, valid, type)
                    : sanitizer.apply(value, type);
        }
    }
}
