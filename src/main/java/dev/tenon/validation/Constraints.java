package dev.tenon.validation;

import dev.tenon.validation.sanitize.RecordShape.Component;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The standard constraints of a component (Jakarta Bean Validation 3.0, chapter 8), known by name: a server need not have them. Of those with
 * groups, only what holds for the default one is told.
 */
final class Constraints {
    private static final String PACKAGE = "jakarta.validation.constraints.";

    private final Map<String, Annotation> found = new LinkedHashMap<>();

    private Constraints() {}

    static Constraints of(Component component) {
        Constraints constraints = new Constraints();
        for (Annotation annotation : component.accessor().getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.startsWith(PACKAGE) && ((Class<?>[]) constraints.value(annotation, "groups")).length == 0) {
                constraints.found.put(name.substring(PACKAGE.length()), annotation);
            }
        }
        return constraints;
    }

    boolean has(String constraint) {
        return found.containsKey(constraint);
    }

    boolean isRequired() {
        return has("NotNull") || has("NotBlank") || has("NotEmpty");
    }

    /** Returns the attribute of a constraint; null where the constraint is not there. */
    Object get(String constraint, String attribute) {
        Annotation annotation = found.get(constraint);
        return annotation == null ? null : value(annotation, attribute);
    }

    private Object value(Annotation annotation, String attribute) {
        try {
            return annotation.annotationType().getMethod(attribute).invoke(annotation);
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
        if (has("Pattern")) {
            schema.put("pattern", "^(?:" + get("Pattern", "regexp") + ")$");
        } else if (has("NotBlank")) {
            schema.put("pattern", "\\S");
        }
        if (has("AssertTrue") || has("AssertFalse")) {
            schema.put("const", has("AssertTrue"));
        }
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
        Object min = get("Size", "min");
        int least = has("NotBlank") || has("NotEmpty") ? 1 : 0;
        return min == null ? least : Math.max(least, (Integer) min);
    }

    int maxLength() {
        Object max = get("Size", "max");
        return max == null ? Integer.MAX_VALUE : (Integer) max;
    }

    /** Returns null where there is none, as the other bounds do. */
    BigDecimal least() {
        if (has("Min")) {
            return BigDecimal.valueOf((Long) get("Min", "value"));
        }
        return has("PositiveOrZero") ? BigDecimal.ZERO : decimal("DecimalMin", true);
    }

    BigDecimal greatest() {
        if (has("Max")) {
            return BigDecimal.valueOf((Long) get("Max", "value"));
        }
        return has("NegativeOrZero") ? BigDecimal.ZERO : decimal("DecimalMax", true);
    }

    BigDecimal above() {
        return has("Positive") ? BigDecimal.ZERO : decimal("DecimalMin", false);
    }

    BigDecimal below() {
        return has("Negative") ? BigDecimal.ZERO : decimal("DecimalMax", false);
    }

    /** Returns the smallest difference of two numbers. */
    BigDecimal step() {
        Object fraction = get("Digits", "fraction");
        return fraction == null ? null : BigDecimal.ONE.movePointLeft((Integer) fraction);
    }

    private BigDecimal decimal(String constraint, boolean inclusive) {
        boolean asked = has(constraint) && get(constraint, "inclusive").equals(inclusive);
        return asked ? new BigDecimal((String) get(constraint, "value")) : null;
    }

    private static void put(Map<String, Object> schema, String keyword, BigDecimal value) {
        if (value != null) {
            schema.put(keyword, value);
        }
    }
}
