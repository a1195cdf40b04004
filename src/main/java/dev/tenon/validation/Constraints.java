package dev.tenon.validation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The standard constraints of a component or of an element (Jakarta Bean Validation 3.0, chapter 8), those that others are composed of included;
 * known by name: a server need not have them. Of those with groups, only what holds for the default one is told; of several of one kind, what
 * all of them allow.
 */
final class Constraints {
    private static final String API = "jakarta.validation.";
    private static final String PACKAGE = API + "constraints.";

    private final Map<String, List<Annotation>> found = new HashMap<>();
    private final Set<Class<?>> composed = new HashSet<>();

    private Constraints() {}

    static Constraints of(AnnotatedElement element) {
        Constraints constraints = new Constraints();
        constraints.add(element.getAnnotations());
        return constraints;
    }

    private void add(Annotation... annotations) {
        for (Annotation annotation : annotations) {
            Class<?> type = annotation.annotationType();
            if (type.getSimpleName().equals("List") && value(annotation, "value") instanceof Annotation[] several) {
                add(several);
            } else if (isForAll(annotation)) {
                add(annotation, type);
            }
        }
    }

    private void add(Annotation annotation, Class<?> type) {
        if (type.getName().startsWith(PACKAGE)) {
            found.computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>())
                    .add(annotation);
        } else if (isConstraint(type) && composed.add(type) && !overrides(type)) {
            add(type.getAnnotations());
        }
    }

    private static boolean isForAll(Annotation annotation) {
        return value(annotation, "groups") instanceof Class<?>[] groups && groups.length == 0;
    }

    private static boolean isConstraint(Class<?> type) {
        return Stream.of(type.getAnnotations())
                .anyMatch(meta -> meta.annotationType().getName().equals(API + "Constraint"));
    }

    /** What such a constraint is composed of says other bounds than those that hold. */
    private static boolean overrides(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .flatMap(method -> Stream.of(method.getAnnotations()))
                .anyMatch(meta -> meta.annotationType().getName().startsWith(API + "OverridesAttribute"));
    }

    boolean has(String constraint) {
        return found.containsKey(constraint);
    }

    boolean isRequired() {
        return has("NotNull") || has("NotBlank") || has("NotEmpty");
    }

    /** Returns what all constraints of a kind say; nothing where there are none. */
    private Stream<Object> all(String constraint, String attribute) {
        return found.getOrDefault(constraint, List.of()).stream().map(one -> value(one, attribute));
    }

    /** Returns null where the annotation has no such attribute. */
    private static Object value(Annotation annotation, String attribute) {
        try {
            Method method = annotation.annotationType().getMethod(attribute);
            method.trySetAccessible(); // an annotation of the application's own need not be public
            return method.invoke(annotation);
        } catch (NoSuchMethodException none) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + annotation, e);
        }
    }

    /** Adds what JSON Schema can say. */
    void describe(Map<String, Object> schema) {
        describeSize(schema, String.valueOf(schema.get("type")));
        put(schema, "minimum", least());
        put(schema, "maximum", greatest());
        put(schema, "exclusiveMinimum", above());
        put(schema, "exclusiveMaximum", below());
        put(schema, "multipleOf", step());
        if (has("Email")) {
            schema.put("format", "email");
        }
        describePatterns(schema);
        if (has("AssertTrue") || has("AssertFalse")) {
            schema.put("const", has("AssertTrue"));
        }
    }

    private void describePatterns(Map<String, Object> schema) {
        List<String> patterns =
                patterns().stream().map(regexp -> "^(?:" + regexp + ")$").toList();
        if (patterns.size() > 1) {
            schema.put(
                    "allOf",
                    patterns.stream().map(one -> Map.of("pattern", one)).toList());
        } else if (!patterns.isEmpty() || has("NotBlank")) {
            schema.put("pattern", patterns.isEmpty() ? "\\S" : patterns.get(0));
        }
    }

    /** Returns the regular expressions; JavaScript's have no flags in a schema or an attribute, so those that need some are the server's alone. */
    List<String> patterns() {
        return found.getOrDefault("Pattern", List.of()).stream()
                .filter(one -> ((Object[]) value(one, "flags")).length == 0)
                .map(one -> (String) value(one, "regexp"))
                .toList();
    }

    private void describeSize(Map<String, Object> schema, String type) {
        String of = Map.of("array", "Items", "object", "Properties").getOrDefault(type, "Length");
        int min = minLength();
        if (min > 0) {
            schema.put("min" + of, min);
        }
        if (maxLength() < Integer.MAX_VALUE) {
            schema.put("max" + of, maxLength());
        }
    }

    /** Returns 0 where there is none. */
    int minLength() {
        int least = has("NotBlank") || has("NotEmpty") ? 1 : 0;
        return all("Size", "min").mapToInt(Integer.class::cast).reduce(least, Math::max);
    }

    int maxLength() {
        return all("Size", "max").mapToInt(Integer.class::cast).reduce(Integer.MAX_VALUE, Math::min);
    }

    /** Returns null where there is none, as the other bounds do. */
    BigDecimal least() {
        return Stream.of(numbers("Min"), zero("PositiveOrZero"), decimals("DecimalMin", true))
                .flatMap(bounds -> bounds)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    BigDecimal greatest() {
        return Stream.of(numbers("Max"), zero("NegativeOrZero"), decimals("DecimalMax", true))
                .flatMap(bounds -> bounds)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    BigDecimal above() {
        return Stream.concat(zero("Positive"), decimals("DecimalMin", false))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    BigDecimal below() {
        return Stream.concat(zero("Negative"), decimals("DecimalMax", false))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Returns the smallest difference of two numbers. */
    BigDecimal step() {
        return all("Digits", "fraction")
                .map(fraction -> BigDecimal.ONE.movePointLeft((Integer) fraction))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<BigDecimal> numbers(String constraint) {
        return all(constraint, "value").map(bound -> BigDecimal.valueOf((Long) bound));
    }

    private Stream<BigDecimal> zero(String constraint) {
        return has(constraint) ? Stream.of(BigDecimal.ZERO) : Stream.empty();
    }

    private Stream<BigDecimal> decimals(String constraint, boolean inclusive) {
        return found.getOrDefault(constraint, List.of()).stream()
                .filter(one -> value(one, "inclusive").equals(inclusive))
                .map(one -> new BigDecimal((String) value(one, "value")));
    }

    private static void put(Map<String, Object> schema, String keyword, BigDecimal value) {
        if (value != null) {
            schema.put(keyword, value);
        }
    }
}
