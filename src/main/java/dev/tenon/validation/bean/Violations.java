package dev.tenon.validation.bean;

import dev.tenon.validation.ValidationException;
import dev.tenon.validation.ValidationOptions;
import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What a provider found, always in the same order: no provider has one. */
final class Violations {
    private final List<Finding> findings;

    private Violations(Set<? extends ConstraintViolation<?>> found, Function<ConstraintViolation<?>, Place> places) {
        findings = found.stream()
                .map(violation -> new Finding(places.apply(violation), violation))
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place, Place.ORDER)
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.violation().getMessageTemplate())
            .thenComparing(finding -> finding.params().toString());

    /** Returns what was found in the arguments of a method. */
    static Violations ofCall(Set<? extends ConstraintViolation<?>> found, Method method, Object... arguments) {
        return new Violations(found, violation -> Place.of(violation.getPropertyPath(), method, arguments));
    }

    /**
     * @param bean null for a value that is no bean's yet
     * @param place of the bean, as steps; empty for a whole body
     */
    static Violations ofBean(Set<? extends ConstraintViolation<?>> found, Object bean, List<Object> place) {
        return new Violations(found, violation -> Place.of(violation.getPropertyPath(), bean, place));
    }

    List<Violation> told(Catalogue catalogue, int max) {
        return findings.stream()
                .limit(max)
                .map(finding -> finding.told(catalogue))
                .toList();
    }

    ValidationException refusal(ValidationOptions options) {
        Function<List<Locale>, List<Violation>> told = languages -> told(Catalogue.of(languages), options.maxErrors());
        return new ValidationException(told.apply(List.of()), options.status(), told);
    }
}
