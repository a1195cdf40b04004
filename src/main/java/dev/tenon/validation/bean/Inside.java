package dev.tenon.validation.bean;

import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.Validator;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the beans inside a value that is no property yet: {@link Validator#validateValue} leaves out what {@code @Valid} says. */
final class Inside {
    private final Validator validator;
    private final Catalogue catalogue;
    private final int max;
    private final List<Violation> found = new ArrayList<>();

    private Inside(Validator validator, Catalogue catalogue, int max) {
        this.validator = validator;
        this.catalogue = catalogue;
        this.max = max;
    }

    /** Returns what beans inside the value break, as this property of the type; no more of it than {@code max}. */
    static List<Violation> check(
            Validator validator, Class<?> type, String property, Object value, Catalogue catalogue, int max) {
        Inside inside = new Inside(validator, catalogue, max);
        var descriptor = validator.getConstraintsForClass(type).getConstraintsForProperty(property);
        if (descriptor != null && isValid(descriptor)) {
            inside.walk(value, List.of(property));
        }
        return inside.found;
    }

    private static <T extends CascadableDescriptor & ContainerDescriptor> boolean isValid(T descriptor) {
        return descriptor.isCascaded()
                || descriptor.getConstrainedContainerElementTypes().stream().anyMatch(Inside::isValid);
    }

    private void walk(Object value, List<Object> place) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(one -> walk(one, place));
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> walk(member, at(place, key)));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                walk(items.get(i), at(place, i));
            }
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> walk(item, place));
        } else if (value instanceof Object[] items) {
            walk(Arrays.asList(items), place);
        } else if (value != null && found.size() < max && Constrained.is(value.getClass())) {
            Violations inside = Violations.ofBean(validator.validate(value), value, place);
            found.addAll(inside.told(catalogue, max - found.size()));
        }
    }

    private static List<Object> at(List<Object> place, Object step) {
        List<Object> longer = new ArrayList<>(place);
        longer.add(step);
        return longer;
    }
}
