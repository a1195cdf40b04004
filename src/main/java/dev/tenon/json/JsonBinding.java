package dev.tenon.json;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a tree the form of a Java type. It recurses as deep as the tree, which its reader bounded. */
final class JsonBinding {
    private JsonBinding() {}

    /** Returns the value as that type; null for a null, unless the type is primitive or {@link Optional}. */
    static Object bind(Object value, Type type) {
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(value, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof WildcardType wildcard) {
            return bind(value, wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return bindArray(value, array.getGenericComponentType());
        }
        return type instanceof TypeVariable<?> ? value : bindClass(value, (Class<?>) type);
    }

    private static Object bindClass(Object value, Class<?> type) {
        if (type == Object.class) {
            return value;
        }
        if (value == null && type.isPrimitive()) {
            throw new JsonException("missing", null);
        }
        boolean generic = Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        if (generic || type == Optional.class) {
            return bindGeneric(value, type, new Type[] {Object.class, Object.class});
        }
        return value == null ? null : bindValue(value, type);
    }

    private static Object bindValue(Object value, Class<?> type) {
        if (type.isRecord()) {
            return JsonRecords.bind(members(value), type);
        }
        if (type.isArray() && type != byte[].class) {
            return bindArray(value, type.getComponentType());
        }
        return JsonScalars.bind(value, type);
    }

    private static Object bindGeneric(Object value, Class<?> type, Type... arguments) {
        if (type == Optional.class) {
            return Optional.ofNullable(bind(value, arguments[0]));
        }
        if (value == null) {
            return null;
        }
        if (type.isAssignableFrom(LinkedHashMap.class)) {
            return bindMap(members(value), arguments);
        }
        if (type.isAssignableFrom(ArrayList.class)) {
            return bindAll(value, arguments[0]);
        }
        if (type.isAssignableFrom(LinkedHashSet.class)) {
            return new LinkedHashSet<>(bindAll(value, arguments[0]));
        }
        return bindClass(value, type);
    }

    private static List<Object> bindAll(Object value, Type type) {
        if (!(value instanceof Collection<?> items)) {
            throw JsonScalars.unfit(value, "an array");
        }
        List<Object> all = new ArrayList<>(items.size());
        for (Object item : items) {
            all.add(at("[" + all.size() + "]", item, type));
        }
        return all;
    }

    private static Object bindArray(Object value, Type type) {
        if (value == null) {
            return null;
        }
        List<Object> items = bindAll(value, type);
        Object array = Array.newInstance(raw(type), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static Map<String, Object> bindMap(Map<String, Object> members, Type... arguments) {
        if (arguments[0] != String.class && arguments[0] != Object.class) {
            throw new IllegalArgumentException("the keys of a map are texts, not " + arguments[0].getTypeName());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        members.forEach((name, member) -> all.put(name, at("." + name, member, arguments[1])));
        return all;
    }

    /** Binds a part of a value; what it throws says where the part stands. */
    static Object at(String place, Object value, Type type) {
        try {
            return bind(value, type);
        } catch (JsonException e) {
            String rest = e.getMessage();
            throw new JsonException(place + (rest.startsWith(".") || rest.startsWith("[") ? "" : " is ") + rest, null);
        }
    }

    @SuppressWarnings("unchecked") // names in JSON are texts
    private static Map<String, Object> members(Object value) {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, Object>) members;
        }
        throw JsonScalars.unfit(value, "an object");
    }
}
