package dev.tenon.boot;

import dev.tenon.TenonConfigurer;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;

/** Makes the application's configurer. */
final class Configurers {
    private Configurers() {}

    /**
     * @param found every type that the container found to be one, interfaces and abstract classes included; null when it found none
     * @throws IllegalStateException if the application has more than one
     */
    static TenonConfigurer instantiate(Set<Class<?>> found) {
        List<Class<?>> concrete = found == null
                ? List.of()
                : found.stream().filter(Configurers::isConcrete).toList();
        if (concrete.size() > 1) {
            throw new IllegalStateException("Tenon cannot start: one TenonConfigurer is allowed, but there are "
                    + concrete.stream().map(Class::getName).sorted().toList());
        }
        return concrete.isEmpty() ? setup -> {} : instantiate(concrete.get(0));
    }

    private static boolean isConcrete(Class<?> type) {
        return TenonConfigurer.class.isAssignableFrom(type)
                && !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers());
    }

    private static TenonConfigurer instantiate(Class<?> type) {
        try {
            return type.asSubclass(TenonConfigurer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Tenon cannot start: " + type.getName()
                            + " needs a public constructor without parameters that does not throw",
                    e);
        }
    }
}
