package dev.tenon.validation.bean;

import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One thing that a provider found, and its place. */
record Finding(Place place, ConstraintViolation<?> violation) {
    private static final Set<String> GENERAL = Set.of("message", "groups", "payload");

    Violation told(Catalogue catalogue) {
        return place.violation(code(), message(catalogue), params());
    }

    /** Returns the name of the constraint as a name of a program: {@code notBlank} for {@code NotBlank}. */
    String code() {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * Returns the sentence of the catalogue for a message that is a key, the provider's after the name where the catalogue has none, and a message
     * that the application wrote itself as it is.
     */
    private String message(Catalogue catalogue) {
        String template = violation.getMessageTemplate();
        boolean key = template.startsWith("{") && template.indexOf('}') == template.length() - 1;
        Optional<String> known = key ? catalogue.find(template.substring(1, template.length() - 1)) : Optional.empty();
        if (known.isPresent()) {
            return catalogue.fill(known.get(), place.name(), attributes());
        }
        if (template.contains("{") && !template.contains("${") && !key) {
            return catalogue.fill(template, place.name(), attributes());
        }
        return key && !place.name().isEmpty() ? place.name() + " " + violation.getMessage() : violation.getMessage();
    }

    Map<String, Object> params() {
        Map<String, Object> params = new TreeMap<>();
        attributes().forEach((name, value) -> {
            if (!GENERAL.contains(name) && isPlain(value)) {
                params.put(name, value);
            }
        });
        return params;
    }

    private Map<String, Object> attributes() {
        return violation.getConstraintDescriptor().getAttributes();
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof String;
    }
}
