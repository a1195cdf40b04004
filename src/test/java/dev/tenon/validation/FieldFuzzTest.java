package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Method;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step after every step, on every kind of value: nothing but a {@link ValidationException} comes out. */
class FieldFuzzTest {
    private static final List<String> BODIES = List.of(
            "{}",
            "{\"x\":null}",
            "{\"x\":\"\"}",
            "{\"x\":\" text \"}",
            "{\"x\":\"12\"}",
            "{\"x\":\"\\ud800\\u0000\"}",
            "{\"x\":7}",
            "{\"x\":1.5}",
            "{\"x\":-99999999999999999999}",
            "{\"x\":1e9999}",
            "{\"x\":1e-9999}",
            "{\"x\":true}",
            "{\"x\":[]}",
            "{\"x\":[\"1\",\"2\"]}",
            "{\"x\":{\"y\":1}}");

    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(int.class, 2),
            Map.entry(long.class, 2L),
            Map.entry(boolean.class, true),
            Map.entry(String.class, "tip"),
            Map.entry(Object.class, 1.0),
            Map.entry(Number.class, 2),
            Map.entry(Class.class, LocalDate.class),
            Map.entry(Normalizer.Form.class, Normalizer.Form.NFC),
            Map.entry(Collection.class, List.of("12", "image/png")),
            Map.entry(Pattern.class, Pattern.compile("^(1|2)*$")),
            Map.entry(Predicate.class, (Predicate<Object>) value -> value != null),
            Map.entry(Supplier.class, (Supplier<Object>) () -> "supplied"),
            Map.entry(UnaryOperator.class, UnaryOperator.identity()),
            Map.entry(Function.class, (Function<Object, Object>)
                    value -> CompletableFuture.completedStage(value != null)));

    static Stream<Method> steps() {
        return Arrays.stream(Field.class.getMethods())
                .filter(method -> method.getReturnType() == Field.class && !isSkipped(method));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void step_onAnything_onlyRefuses(Method step) {
        BODIES.forEach(body -> run(body, step));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void step_beforeAnyOther_onlyRefuses(Method first) {
        Random random = new Random(first.toString().hashCode());
        steps().forEach(second -> run(BODIES.get(random.nextInt(BODIES.size())), first, second));
    }

    private static void run(String body, Method... steps) {
        Check check = Check.of(Requests.json(body));
        run(check.body("x"), steps);
        run(check.body("x.*"), steps);
        run(check.query("x"), steps);
        assertTrue(valsOrRefusal(check));
    }

    private static boolean valsOrRefusal(Check check) {
        try {
            return check.vals() != null && check.errors().isEmpty();
        } catch (ValidationException refusal) {
            return refusal.problem().toJson().contains("\"status\":422");
        }
    }

    /** UUIDs have versions, not tips, as the first of two texts. */
    private static boolean isSkipped(Method method) {
        return method.isBridge() || (method.getName().equals("isUuid") && method.getParameterCount() == 2);
    }

    private static Object argument(Class<?> type, Field field) {
        return type == Field.class ? field : ARGUMENTS.get(type);
    }

    private static void run(Field field, Method... steps) {
        for (Method step : steps) {
            try {
                step.invoke(
                        field,
                        Arrays.stream(step.getParameterTypes())
                                .map(type -> argument(type, field))
                                .toArray());
            } catch (ReflectiveOperationException e) {
                fail(step + " threw", e);
            }
        }
    }
}
