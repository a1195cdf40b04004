package dev.tenon.validation;

import dev.tenon.validation.sanitize.RecordShape.Component;
import jakarta.servlet.http.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an input element says of the rules of a component, so that the browser keeps them before the form is sent. */
final class HtmlAttributes {
    private static final Map<Class<?>, String> TYPES = Map.of(
            LocalDate.class, "date",
            LocalTime.class, "time",
            LocalDateTime.class, "datetime-local",
            Part.class, "file");

    private HtmlAttributes() {}

    static Map<String, String> of(Component component) {
        Constraints constraints = Constraints.of(component.accessor());
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", component.name());
        String type = type(component, constraints);
        attributes.put("type", type);
        boolean unfilled =
                component.rawType().isPrimitive() && !component.sanitizer().hasDefault();
        boolean required =
                type.equals("checkbox") ? constraints.has("AssertTrue") : constraints.isRequired() || unfilled;
        if (required) {
            attributes.put("required", "");
        }
        if (type.equals("number")) {
            addNumbers(component, constraints, attributes);
        } else if (!type.equals("checkbox") && !TYPES.containsValue(type)) {
            addLengths(constraints, attributes);
        }
        component.sanitizer().defaultText().ifPresent(text -> attributes.put("value", text));
        return attributes;
    }

    private static String type(Component component, Constraints constraints) {
        Class<?> type = component.rawType();
        if (Scalars.isBoolean(type)) {
            return "checkbox";
        }
        if (Scalars.isInteger(type) || Scalars.isDecimal(type)) {
            return "number";
        }
        if (constraints.has("Email")) {
            return "email";
        }
        boolean secret = type == String.class && Secrets.isSecret(component.name());
        return secret ? "password" : TYPES.getOrDefault(type, "text");
    }

    private static void addLengths(Constraints constraints, Map<String, String> attributes) {
        if (constraints.minLength() > 0) {
            attributes.put("minlength", String.valueOf(constraints.minLength()));
        }
        if (constraints.maxLength() < Integer.MAX_VALUE) {
            attributes.put("maxlength", String.valueOf(constraints.maxLength()));
        }
        // There is one such attribute: of several patterns the others are the server's.
        constraints.patterns().stream().findFirst().ifPresent(regexp -> attributes.put("pattern", regexp));
    }

    /** HTML has no bounds that exclude themselves; for whole numbers the next one says the same. */
    private static void addNumbers(Component component, Constraints constraints, Map<String, String> attributes) {
        boolean whole = Scalars.isInteger(component.rawType());
        BigDecimal min = constraints.least();
        BigDecimal max = constraints.greatest();
        put(attributes, "min", min != null || constraints.above() == null ? min : next(constraints.above(), whole, 1));
        put(attributes, "max", max != null || constraints.below() == null ? max : next(constraints.below(), whole, -1));
        BigDecimal step = constraints.step();
        attributes.put("step", whole ? "1" : step == null ? "any" : step.toPlainString());
    }

    private static BigDecimal next(BigDecimal bound, boolean whole, int direction) {
        return whole ? bound.add(BigDecimal.valueOf(direction)) : bound;
    }

    private static void put(Map<String, String> attributes, String name, BigDecimal value) {
        if (value != null) {
            attributes.put(name, value.toPlainString());
        }
    }
}
