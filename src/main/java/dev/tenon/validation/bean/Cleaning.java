package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.RecordShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Goes through one argument; each bean once, for beans may hold each other. */
final class Cleaning {
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    Object of(Object value) {
        if (value instanceof Record item) {
            return ofRecord(item);
        }
        if (value instanceof List<?> items) {
            List<Object> all = new ArrayList<>(items.size());
            items.forEach(item -> all.add(of(item)));
            return same(items, all) ? items : all;
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> all = new LinkedHashMap<>();
            members.forEach((key, member) -> all.put(key, of(member)));
            return all.equals(members) ? members : all;
        }
        if (value != null && value.getClass().getClassLoader() != null && visited.add(value)) {
            BeanProperty.of(value.getClass()).forEach(property -> set(value, property));
        }
        return value;
    }

    private Object ofRecord(Record item) {
        RecordShape shape = RecordShape.of(item.getClass());
        Object[] values = new Object[shape.components().size()];
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            RecordShape.Component component = shape.components().get(i);
            Object before = component.of(item);
            values[i] = of(component.sanitizer().apply(before, component.rawType()));
            changed |= values[i] != before && !Objects.equals(values[i], before);
        }
        return changed ? shape.create(values) : item;
    }

    private void set(Object bean, BeanProperty property) {
        try {
            Object before = property.field().get(bean);
            Object after =
                    of(property.sanitizer().apply(before, property.field().getType()));
            if (after != before) {
                property.field().set(bean, after);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot clean " + property.field(), e);
        }
    }

    private static boolean same(List<?> one, List<?> other) {
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }
}
