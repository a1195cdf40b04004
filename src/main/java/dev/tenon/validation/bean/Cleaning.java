package dev.tenon.validation.bean;

import dev.tenon.validation.ValidationException;
import dev.tenon.validation.ValidationOptions;
import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import dev.tenon.validation.sanitize.RecordShape;
import dev.tenon.validation.sanitize.Sanitizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Goes through one argument as constraints do: by what is there, whatever was declared. Beans, arrays and collections are changed where they
 * stand; records, and collections that cannot be changed, are made anew. Each object once, for they may hold each other.
 */
final class Cleaning {
    private final IdentityHashMap<Object, Object> cleaned = new IdentityHashMap<>();
    private final Deque<Object> steps = new ArrayDeque<>();
    private final int position;
    private final String in;

    Cleaning(Source source, int position) {
        this.position = position;
        this.in = source.in();
        if (source.name() != null) {
            steps.add(source.name());
        }
    }

    /** Returns whether the value holds others, of which each is cleaned. */
    static boolean holdsOthers(Object value) {
        return value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Optional<?>
                || value instanceof Object[];
    }

    /**
     * Returns what stands for the value from now on.
     *
     * @param sanitizer what annotations do to it, or to each value that it holds
     * @param valid whether beans are entered
     * @param type what must come out; a collection of a kind that cannot be changed and cannot be made stays as it is
     * @throws ValidationException if a record refuses what is clean
     */
    Object of(Object value, Sanitizer sanitizer, boolean valid, Class<?> type) {
        if (holdsOthers(value)) {
            Object inside = inside(value, sanitizer, valid);
            return type.isInstance(inside) ? inside : value;
        }
        return inside(sanitizer.apply(value, type), sanitizer, valid);
    }

    private Object inside(Object value, Sanitizer sanitizer, boolean valid) {
        if (!holdsOthers(value) && !(value instanceof Record) && !isBean(value, valid)) {
            return value;
        }
        if (!cleaned.containsKey(value)) {
            cleaned.put(value, value);
            cleaned.put(value, value instanceof Record item ? ofRecord(item) : ofOthers(value, sanitizer, valid));
        }
        return cleaned.get(value);
    }

    private static boolean isBean(Object value, boolean valid) {
        return valid
                && value != null
                && !(value instanceof Record)
                && value.getClass().getClassLoader() != null;
    }

    @SuppressWarnings("unchecked") // what comes out is of the class that went in
    private Object ofOthers(Object value, Sanitizer sanitizer, boolean valid) {
        if (value instanceof Collection<?> items) {
            return ofCollection((Collection<Object>) items, sanitizer, valid);
        }
        if (value instanceof Map<?, ?> members) {
            return ofMap((Map<Object, Object>) members, valid);
        }
        if (value instanceof Optional<?> optional) {
            Object before = optional.orElse(null);
            Object after = element(before, null, sanitizer, valid);
            return after == before ? optional : Optional.ofNullable(after);
        }
        if (value instanceof Object[] items) {
            return ofArray(items, sanitizer, valid);
        }
        BeanProperty.of(value.getClass()).forEach(property -> set(value, property));
        return value;
    }

    private Object ofCollection(Collection<Object> items, Sanitizer sanitizer, boolean valid) {
        List<Object> all = new ArrayList<>(items.size());
        boolean changed = false;
        for (Object item : items) {
            Object after = element(item, items instanceof List ? all.size() : null, sanitizer, valid);
            changed |= after != item || (items instanceof Set && isBean(item, valid)); // a set must find it again
            all.add(after);
        }
        return changed ? Replaced.in(items, all) : items;
    }

    private Object ofMap(Map<Object, Object> members, boolean valid) {
        Map<Object, Object> all = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<Object, Object> member : members.entrySet()) {
            Object after = element(member.getValue(), String.valueOf(member.getKey()), Sanitizer.NONE, valid);
            changed |= after != member.getValue();
            all.put(member.getKey(), after);
        }
        return changed ? Replaced.in(members, all) : members;
    }

    private Object ofArray(Object[] items, Sanitizer sanitizer, boolean valid) {
        Class<?> type = items.getClass().getComponentType();
        for (int i = 0; i < items.length; i++) {
            Object after = element(items[i], i, sanitizer, valid);
            items[i] = after == null || type.isInstance(after) ? after : items[i];
        }
        return items;
    }

    /** @param step null where elements have none */
    private Object element(Object item, Object step, Sanitizer sanitizer, boolean valid) {
        return at(step, () -> inside(holdsOthers(item) ? item : sanitizer.clean(item), sanitizer, valid));
    }

    private Object at(Object step, Supplier<Object> cleaning) {
        if (step == null) {
            return cleaning.get();
        }
        steps.addLast(step);
        Object result = cleaning.get();
        steps.removeLast();
        return result;
    }

    private Object ofRecord(Record item) {
        RecordShape shape = RecordShape.of(item.getClass());
        Object[] values = new Object[shape.components().size()];
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            RecordShape.Component component = shape.components().get(i);
            Object before = component.of(item);
            boolean valid = Reach.isValid(component);
            values[i] = at(component.name(), () -> of(before, component.sanitizer(), valid, component.rawType()));
            changed |= values[i] != before && !Objects.equals(values[i], before);
        }
        return changed ? create(shape, values) : item;
    }

    private Object create(RecordShape shape, Object... values) {
        try {
            return shape.create(values);
        } catch (IllegalArgumentException | NullPointerException e) { // the record's own rules
            throw refusal();
        }
    }

    private ValidationException refusal() {
        Place place = new Place(position, in, List.copyOf(steps), Collections.nCopies(steps.size(), 0));
        Function<List<Locale>, List<Violation>> told =
                languages -> List.of(place.violation("invalid", Catalogue.of(languages)));
        return new ValidationException(
                told.apply(List.of()), ValidationOptions.current().status(), told);
    }

    private void set(Object bean, BeanProperty property) {
        try {
            Object before = property.field().get(bean);
            Class<?> type = property.field().getType();
            Object after =
                    at(property.field().getName(), () -> of(before, property.sanitizer(), property.valid(), type));
            if (after != before) {
                property.field().set(bean, after);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot clean " + property.field(), e);
        }
    }
}
