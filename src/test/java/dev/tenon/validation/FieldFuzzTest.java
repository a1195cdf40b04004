package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
            "{\"x\":1e999999999}",
            "{\"x\":1e-999999999}",
            "{\"x\":true}",
            "{\"x\":[]}",
            "{\"x\":[\"1\",\"2\"]}",
            "{\"x\":{\"y\":1}}");

    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            int.class,
            2,
            boolean.class,
            true,
            String.class,
            "tip",
            Object.class,
            1.0,
            Collection.class,
            List.of("12", 12),
            Pattern.class,
            Pattern.compile("^(1|2)*$"),
            Predicate.class,
            (Predicate<Object>) value -> value != null,
            UnaryOperator.class,
            UnaryOperator.identity());

    static Stream<Method> steps() {
        return Arrays.stream(Field.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Field.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void step_onAnything_onlyRefuses(Method first) {
        for (String body : BODIES) {
            steps().forEach(second -> {
                Check check = Check.of(Requests.json(body));
                run(check.body("x"), first, second);
                run(check.query("x"), second, first);
                assertTrue(valsOrRefusal(check));
            });
        }
    }

    private static boolean valsOrRefusal(Check check) {
        try {
            return check.vals() != null && check.errors().isEmpty();
        } catch (ValidationException refusal) {
            return refusal.problem().toJson().contains("\"status\":422");
        }
    }

    private static void run(Field field, Method... steps) {
        for (Method step : steps) {
            try {
                step.invoke(
                        field,
                        Arrays.stream(step.getParameterTypes())
                                .map(ARGUMENTS::get)
                                .toArray());
            } catch (ReflectiveOperationException e) {
                fail(step + " threw", e);
            }
        }
    }
}
