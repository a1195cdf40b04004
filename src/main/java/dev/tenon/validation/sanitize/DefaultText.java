package dev.tenon.validation.sanitize;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the text of a {@link DefaultValue} as a type. What cannot be read is the programmer's mistake. */
final class DefaultText {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Object.class, text -> text),
            Map.entry(CharSequence.class, text -> text),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(short.class, Short::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(byte.class, Byte::valueOf),
            Map.entry(Byte.class, Byte::valueOf),
            Map.entry(double.class, Double::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(float.class, Float::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(boolean.class, Boolean::valueOf),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, BigInteger::new));

    private DefaultText() {}

    static Object read(String text, Class<?> type) {
        Function<String, Object> reader = READERS.get(type);
        try {
            return reader == null ? readByName(text, type) : reader.apply(text);
        } catch (IllegalArgumentException | ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "@DefaultValue(\"" + text + "\") is no " + type.getName(),
                    e instanceof InvocationTargetException ? e.getCause() : e);
        }
    }

    /** Temporals have {@code parse}, enums {@code valueOf}, a UUID {@code fromString}. */
    private static Object readByName(String text, Class<?> type) throws ReflectiveOperationException {
        Method factory = Stream.of("valueOf", "parse", "fromString")
                .flatMap(name -> Arrays.stream(type.getMethods()).filter(method -> reads(method, name, type)))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("nothing in " + type.getName() + " reads a text"));
        return factory.invoke(null, text);
    }

    private static boolean reads(Method method, String name, Class<?> type) {
        return method.getName().equals(name)
                && method.getReturnType() == type
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0].isAssignableFrom(String.class);
    }
}
