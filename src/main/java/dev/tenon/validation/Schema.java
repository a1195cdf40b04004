package dev.tenon.validation;

import dev.tenon.json.Json;
import dev.tenon.validation.sanitize.RecordShape;
import dev.tenon.validation.sanitize.RecordShape.Component;
import jakarta.servlet.http.Part;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a record as a page can read them: as JSON Schema (draft 2020-12), and as attributes of HTML's input elements (HTML Living
 * Standard, section 4.10.5). They are those of {@link Check#as}: the types of the components and their Bean Validation constraints; where a
 * server has no API of Bean Validation, constraints cannot be seen. Immutable.
 */
public final class Schema {
    private final Class<?> type;

    private Schema(Class<?> type) {
        this.type = type;
    }

    /**
     * Returns the rules of a record.
     *
     * @throws IllegalArgumentException if the type is no record
     */
    public static Schema of(Class<?> type) {
        RecordShape.of(type);
        return new Schema(type);
    }

    /** Returns the JSON Schema as text. */
    public String json() {
        return Json.write(tree());
    }

    /** Returns the JSON Schema as maps and lists, for an application to add to. */
    public Map<String, Object> tree() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(ofRecord(type, List.of()));
        return schema;
    }

    /**
     * Returns the attributes of the input element for a component, such as {@code type}, {@code required} and {@code maxlength}; one that stands
     * without a value has the empty text. Escape the values for HTML.
     *
     * @throws IllegalArgumentException if the record has no such component
     */
    public Map<String, String> attributes(String component) {
        return RecordShape.of(type).components().stream()
                .filter(one -> one.name().equals(component))
                .findFirst()
                .map(HtmlAttributes::of)
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no component " + component));
    }

    private static Map<String, Object> ofRecord(Class<?> record, List<Class<?>> around) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (around.contains(record)) {
            return schema; // a record that holds others of its own kind
        }
        List<Class<?>> path = new ArrayList<>(around);
        path.add(record);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Component component : RecordShape.of(record).components()) {
            Constraints constraints = Constraints.of(component.accessor());
            properties.put(component.name(), ofComponent(component, constraints, path));
            boolean filled = component.sanitizer().hasDefault();
            if (!filled && (constraints.isRequired() || component.rawType().isPrimitive())) {
                required.add(component.name());
            }
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> ofComponent(Component component, Constraints constraints, List<Class<?>> path) {
        Map<String, Object> schema = ofType(component.accessor().getAnnotatedReturnType(), path);
        constraints.describe(schema);
        component.sanitizer().defaultText().ifPresent(text -> schema.put("default", defaultOf(component, text)));
        return schema;
    }

    private static Object defaultOf(Component component, String text) {
        Class<?> type = component.rawType();
        if (Scalars.isInteger(type) || Scalars.isDecimal(type)) {
            return new BigDecimal(text);
        }
        return Scalars.isBoolean(type) ? (Object) Boolean.valueOf(text) : text;
    }

    private static Map<String, Object> ofType(AnnotatedType type, List<Class<?>> path) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return ofGeneric(raw(type), generic.getAnnotatedActualTypeArguments(), path);
        }
        if (type instanceof AnnotatedArrayType array && type.getType() != byte[].class) {
            return ofGeneric(List.class, new AnnotatedType[] {array.getAnnotatedGenericComponentType()}, path);
        }
        if (!(type.getType() instanceof Class<?> plain) || plain == Object.class) {
            return new LinkedHashMap<>();
        }
        return plain.isRecord() ? ofRecord(plain, path) : ofScalar(plain);
    }

    private static Class<?> raw(AnnotatedType generic) {
        return (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
    }

    private static Map<String, Object> ofGeneric(Class<?> type, AnnotatedType[] arguments, List<Class<?>> path) {
        AnnotatedType element = arguments[arguments.length - 1];
        Map<String, Object> inside = ofType(element, path);
        Constraints.of(element).describe(inside);
        if (type == Optional.class) {
            return inside;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        boolean list = Collection.class.isAssignableFrom(type);
        schema.put("type", list ? "array" : "object");
        schema.put(list ? "items" : "additionalProperties", inside);
        return schema;
    }

    private static Map<String, Object> ofScalar(Class<?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (Scalars.isInteger(type)) {
            schema.put("type", "integer");
            Scalars.rule(type, false).params().forEach((bound, value) -> schema.put(bound + "imum", value));
        } else if (Scalars.isDecimal(type)) {
            schema.put("type", "number");
        } else if (Scalars.isBoolean(type)) {
            schema.put("type", "boolean");
        } else {
            schema.put("type", "string");
        }
        if (type.isEnum()) {
            schema.put(
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(one -> ((Enum<?>) one).name())
                            .toList());
        }
        if (Scalars.FORMATS.containsKey(type)) {
            schema.put("format", Scalars.FORMATS.get(type));
        }
        if (type == Part.class) {
            schema.put("contentMediaType", "application/octet-stream");
        }
        return schema;
    }
}
