package dev.tenon.validation;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import dev.tenon.validation.sanitize.RecordShape;
import dev.tenon.validation.sanitize.RecordShape.Component;
import dev.tenon.validation.sanitize.Sanitizer;
import jakarta.servlet.http.Part;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a value of one source the type of a record's component, and says of all inside that does not fit where it stands and why. */
final class RecordBinder {
    /** What stands for a value that does not fit; it was told. */
    static final Object FAILED = new Object();

    private final Check check;
    private final Source source;
    private final List<Violation> errors;
    private int count;

    RecordBinder(Check check, Source source, List<Violation> errors) {
        this.check = check;
        this.source = source;
        this.errors = errors;
    }

    /** Returns whether the component of the record is one file or several. */
    static boolean isFile(Class<?> type, String component) {
        return RecordShape.of(type).components().stream()
                .filter(one -> one.name().equals(component))
                .anyMatch(one ->
                        one.type() == Part.class || one.type().getTypeName().contains("<" + Part.class.getName()));
    }

    /** Returns the value after cleaning and conversion, or {@link #FAILED}. */
    Object bind(Component component, Object raw, List<Object> path) {
        Sanitizer sanitizer = component.sanitizer();
        Object cleaned = raw == Source.ABSENT ? null : sanitizer.clean(raw);
        boolean blank = source.isTextual() && component.rawType() != String.class && Texts.isBlank(cleaned);
        if (cleaned == null || blank) {
            return missing(component, raw == Source.ABSENT || blank, path);
        }
        Object converted = convert(component.type(), cleaned, path);
        return converted == FAILED || converted == null ? converted : sanitizer.clean(converted);
    }

    private Object missing(Component component, boolean absent, List<Object> path) {
        Class<?> type = component.rawType();
        if (component.sanitizer().hasDefault()) {
            return component.sanitizer().apply(null, type);
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (absent && source.isTextual()) {
            if (type == boolean.class) {
                return false; // a box that is not ticked is not sent
            }
            if (type == List.class || type == Collection.class) {
                return List.of(); // nor are the boxes of a group
            }
        }
        return type.isPrimitive() ? refuse("required", Map.of(), path) : null;
    }

    private Object convert(Type type, Object raw, List<Object> path) {
        if (isFull()) {
            return FAILED;
        }
        if (raw == Values.REPEATED || (type == Object.class && Values.hasRepeated(raw))) {
            return refuse("duplicate", Map.of(), path);
        }
        if (type instanceof ParameterizedType generic) {
            return convertGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), raw, path);
        }
        if (type instanceof WildcardType wildcard) {
            return convert(wildcard.getUpperBounds()[0], raw, path);
        }
        if (type instanceof GenericArrayType array) {
            return array(array.getGenericComponentType(), raw, path);
        }
        return type instanceof Class<?> plain ? convertClass(plain, raw, path) : raw;
    }

    private Object convertClass(Class<?> type, Object raw, List<Object> path) {
        if (type == Object.class || raw == null) {
            return raw == null && type.isPrimitive() ? refuse("required", Map.of(), path) : raw;
        }
        if (Scalars.isScalar(type)) {
            return scalar(Scalars.rule(type, source.isTextual()), raw, path);
        }
        if (type.isRecord()) {
            return record(type, raw, path);
        }
        if (type == Part.class) {
            return raw instanceof Part ? raw : refuse("file", Map.of(), path);
        }
        return type.isArray() && type != byte[].class
                ? array(type.getComponentType(), raw, path)
                : other(type, raw, path);
    }

    private Object scalar(Rule rule, Object raw, List<Object> path) {
        Object value = rule.apply(raw);
        if (value == Rule.REFUSED) {
            return refuse("range", rule.params(), path);
        }
        Map<String, Object> params = rule.code().equals("int") ? Map.of() : rule.params();
        return value == Rule.UNFIT ? refuse(rule.code(), params, path) : value;
    }

    private Object other(Class<?> type, Object raw, List<Object> path) {
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            return convertGeneric(type, new Type[] {Object.class, Object.class}, raw, path);
        }
        try {
            return Json.bind(raw, type, "");
        } catch (JsonException e) {
            return refuse("invalid", Map.of(), path);
        }
    }

    private Object record(Class<?> type, Object raw, List<Object> path) {
        if (!(raw instanceof Map<?, ?> members)) {
            return refuse("object", Map.of(), path);
        }
        RecordShape shape = RecordShape.of(type);
        Object[] values = new Object[shape.components().size()];
        int before = count;
        for (int i = 0; i < values.length; i++) {
            Component component = shape.components().get(i);
            boolean there = members.containsKey(component.name());
            values[i] =
                    bind(component, there ? members.get(component.name()) : Source.ABSENT, at(path, component.name()));
        }
        refuseUnknown(shape, members.keySet(), path);
        return count > before ? FAILED : create(shape, values, path);
    }

    private Object create(RecordShape shape, Object[] values, List<Object> path) {
        try {
            return shape.create(values);
        } catch (IllegalArgumentException | NullPointerException e) { // the record's own rules
            return refuse("invalid", Map.of(), path);
        }
    }

    /** Refuses the names that the record does not have, if that is asked for. */
    void refuseUnknown(RecordShape shape, Set<?> names, List<Object> path) {
        if (check.options().unknown() == Unknown.REFUSE) {
            Set<Object> unknown = new LinkedHashSet<>(names);
            shape.components().forEach(component -> unknown.remove(component.name()));
            unknown.forEach(name -> refuse("unknown", Map.of(), at(path, name)));
        }
    }

    private Object convertGeneric(Class<?> type, Type[] arguments, Object raw, List<Object> path) {
        if (type == Optional.class) {
            Object value = convert(arguments[0], raw, path);
            return value == FAILED ? FAILED : Optional.ofNullable(value);
        }
        if (raw == null) {
            return null;
        }
        if (type.isAssignableFrom(LinkedHashMap.class)) {
            return map(arguments, raw, path);
        }
        if (type.isAssignableFrom(ArrayList.class)) {
            return list(arguments[0], raw, path);
        }
        if (type.isAssignableFrom(LinkedHashSet.class)) {
            return list(arguments[0], raw, path) instanceof List<?> items ? new LinkedHashSet<>(items) : FAILED;
        }
        return convertClass(type, raw, path);
    }

    private Object map(Type[] arguments, Object raw, List<Object> path) {
        if (arguments[0] != String.class && arguments[0] != Object.class) {
            throw new IllegalArgumentException("the keys of a map are texts, not " + arguments[0].getTypeName());
        }
        boolean indexed = source.isTextual() && raw instanceof List<?>; // keys of digits, in a form
        Map<?, ?> members = indexed ? items(raw) : raw instanceof Map<?, ?> map ? map : null;
        if (members == null) {
            return refuse("object", Map.of(), path);
        }
        Map<Object, Object> all = new LinkedHashMap<>();
        members.forEach((name, member) -> all.put(name.toString(), convert(arguments[1], member, at(path, name))));
        return all.containsValue(FAILED) ? FAILED : all;
    }

    private Object list(Type element, Object raw, List<Object> path) {
        Map<?, ?> items = items(raw);
        if (items == null) {
            return refuse("array", Map.of(), path);
        }
        List<Object> all = new ArrayList<>(items.size());
        items.forEach((index, item) -> all.add(convert(element, item, at(path, index))));
        return all.contains(FAILED) ? FAILED : all;
    }

    /** Returns the elements by their indexes; a form may skip some, and sends a list of one as a text. */
    private Map<?, ?> items(Object raw) {
        Map<Object, Object> items = new LinkedHashMap<>();
        if (raw instanceof List<?> list) {
            list.forEach(item -> items.put(items.size(), item));
            return items;
        }
        if (raw instanceof Part || (source.isTextual() && raw instanceof String)) {
            return Map.of(0, raw);
        }
        boolean indexed = raw instanceof Map<?, ?> map
                && source.isTextual()
                && map.keySet().stream().allMatch(key -> key.toString().matches("[0-9]{1,9}"));
        if (!indexed) {
            return null;
        }
        ((Map<?, ?>) raw).forEach((key, item) -> items.put(Integer.valueOf(key.toString()), item));
        return items;
    }

    private Object array(Type element, Object raw, List<Object> path) {
        if (!(list(element, raw, path) instanceof List<?> items)) {
            return FAILED;
        }
        Class<?> type =
                element instanceof Class<?> plain ? plain : (Class<?>) ((ParameterizedType) element).getRawType();
        Object array = Array.newInstance(type, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private Object refuse(String code, Map<String, Object> params, List<Object> path) {
        if (!isFull()) {
            errors.add(Refusal.of(check, source, JsonPointer.name(path), path, code, params, null));
        }
        count++;
        return FAILED;
    }

    /** Returns whether there are as many errors as are told: nothing more is looked for then. */
    private boolean isFull() {
        return count >= check.options().maxErrors();
    }

    private static List<Object> at(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
