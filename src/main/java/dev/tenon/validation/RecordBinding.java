package dev.tenon.validation;

import dev.tenon.validation.sanitize.RecordShape;
import dev.tenon.validation.sanitize.RecordShape.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a record of what a check asked for and of the body, and judges it. Where a component cannot be bound, those that can are judged one
 * by one, so that people hear of everything at once.
 */
final class RecordBinding<T> {
    private final Check check;
    private final Class<T> type;
    private final List<Violation> errors;
    private final Map<String, List<Field>> asked = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private Object bound;

    RecordBinding(Check check, Class<T> type) {
        this.check = check;
        this.type = type;
        this.errors = new ArrayList<>(check.ownErrors());
        check.fields().forEach(this::note);
        bind();
    }

    List<Violation> errors() {
        return errors;
    }

    T bound() {
        return type.cast(bound);
    }

    private void note(Field field) {
        Object component = field.place().get(0);
        if (field.elements() != null && component.equals(FieldName.EACH)) {
            field.elements().forEach(this::note);
            return;
        }
        asked.computeIfAbsent(component.toString(), name -> new ArrayList<>()).add(field);
        if (field.isRefused()) {
            refused.add(component.toString());
        }
    }

    /** Puts what was asked for at its place; where only parts of a component were, the others are the request's. */
    private Map<String, Object> tree() {
        Tree tree = new Tree();
        asked.forEach((component, fields) -> {
            boolean partly = fields.stream().allMatch(field -> field.place().size() > 1);
            Object raw = partly ? FieldName.walk(fields.get(0).source.tree(), List.of(component)) : Source.ABSENT;
            if (raw != Source.ABSENT) {
                tree.put(List.of(component), raw);
            }
        });
        check.fields().forEach(field -> Collected.put(field, tree));
        return tree.build();
    }

    private void bind() {
        List<Component> components = RecordShape.of(type).components();
        Object[] values = new Object[components.size()];
        Map<String, Object> tree = tree();
        for (int i = 0; i < values.length; i++) {
            values[i] = bind(components.get(i), tree);
        }
        refuseUnknown();
        if (refused.isEmpty()) {
            create(components, values);
        } else {
            judgeOneByOne(components, values);
        }
    }

    private Object bind(Component component, Map<String, Object> tree) {
        String name = component.name();
        if (refused.contains(name)) {
            return null;
        }
        Source source = source(name);
        RecordBinder binder = new RecordBinder(check, source, errors);
        Object value = asked.containsKey(name)
                ? tree.getOrDefault(name, Source.ABSENT)
                : FieldName.walk(source.tree(), List.of(name));
        Object result = binder.bind(component, value, List.of(name));
        if (result == RecordBinder.FAILED) {
            refused.add(name);
            return null;
        }
        return result;
    }

    /** Returns where the component comes from. */
    private Source source(String component) {
        List<Field> fields = asked.get(component);
        return fields == null
                ? RecordBinder.isFile(type, component)
                        ? check.sources().part()
                        : check.sources().body()
                : fields.get(0).source;
    }

    private void refuseUnknown() {
        Source body = check.sources().body();
        if (body.tree() instanceof Map<?, ?> members) {
            Set<Object> names = new LinkedHashSet<>(members.keySet());
            names.removeAll(asked.keySet());
            new RecordBinder(check, body, errors).refuseUnknown(RecordShape.of(type), names, List.of());
        }
    }

    private void create(List<Component> components, Object... values) {
        try {
            bound = RecordShape.of(type).create(values);
        } catch (IllegalArgumentException | NullPointerException e) { // the record's own rules
            judgeOneByOne(components, values);
            refuseWhole();
            return;
        }
        add(check.sources()
                .beanRules()
                .check(bound, check.catalogue(), check.options().maxErrors()));
    }

    /** A rule about the whole is told once its parts are right. */
    private void refuseWhole() {
        if (errors.isEmpty()) {
            errors.add(Refusal.of(check, "body", "invalid", null));
        }
    }

    private void judgeOneByOne(List<Component> components, Object... values) {
        BeanRules rules = check.sources().beanRules();
        for (int i = 0; i < values.length; i++) {
            String name = components.get(i).name();
            if (!refused.contains(name)) {
                add(rules.check(
                        type,
                        name,
                        values[i],
                        check.catalogue(),
                        check.options().maxErrors()));
            }
        }
    }

    private void add(List<Violation> found) {
        for (Violation violation : found) {
            String component = FieldName.parse(violation.name()).stream()
                    .findFirst()
                    .orElse("")
                    .toString();
            errors.add(violation.from(
                    component.isEmpty() ? "body" : source(component).in()));
        }
    }
}
