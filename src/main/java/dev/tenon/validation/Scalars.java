package dev.tenon.validation;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Single values in the types of Java, exactly: no overflow, no digit that is lost. */
final class Scalars {
    private static final Map<Class<?>, long[]> INTEGERS = Map.ofEntries(
            Map.entry(byte.class, new long[] {Byte.MIN_VALUE, Byte.MAX_VALUE}),
            Map.entry(Byte.class, new long[] {Byte.MIN_VALUE, Byte.MAX_VALUE}),
            Map.entry(short.class, new long[] {Short.MIN_VALUE, Short.MAX_VALUE}),
            Map.entry(Short.class, new long[] {Short.MIN_VALUE, Short.MAX_VALUE}),
            Map.entry(int.class, new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE}),
            Map.entry(Integer.class, new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE}),
            Map.entry(long.class, new long[] {Long.MIN_VALUE, Long.MAX_VALUE}),
            Map.entry(Long.class, new long[] {Long.MIN_VALUE, Long.MAX_VALUE}));

    /** How a type is called in JSON Schema, where it has a name there (JSON Schema 2020-12, Validation, section 7.3). */
    static final Map<Class<?>, String> FORMATS = Map.of(
            LocalDate.class, "date",
            LocalTime.class, "time",
            LocalDateTime.class, "local-date-time",
            OffsetDateTime.class, "date-time",
            ZonedDateTime.class, "date-time",
            Instant.class, "date-time",
            Date.class, "date-time",
            Duration.class, "duration",
            UUID.class, "uuid");

    private Scalars() {}

    static boolean isInteger(Class<?> type) {
        return INTEGERS.containsKey(type) || type == BigInteger.class;
    }

    static boolean isDecimal(Class<?> type) {
        return type == BigDecimal.class
                || type == double.class
                || type == Double.class
                || type == float.class
                || type == Float.class;
    }

    static boolean isBoolean(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    /** Returns whether a value of this type is made of one text, number or truth value. */
    static boolean isScalar(Class<?> type) {
        return type == String.class
                || type == CharSequence.class
                || type.isEnum()
                || isInteger(type)
                || isDecimal(type)
                || isBoolean(type)
                || FORMATS.containsKey(type);
    }

    /** Returns the rule that makes this type of a text, or of what JSON has for it. */
    static Rule rule(Class<?> type) {
        return rule(type, true);
    }

    /** @param textual whether a text says numbers and truth values, as in forms */
    static Rule rule(Class<?> type, boolean textual) {
        if (!isScalar(type)) {
            throw new IllegalArgumentException("nothing makes " + type.getName() + " of a text");
        }
        if (INTEGERS.containsKey(type)) {
            return new Whole(type, textual);
        }
        if (isBoolean(type)) {
            return textual ? Booleans.TO_BOOLEAN : Rule.type("boolean", Boolean.class::isInstance);
        }
        if (type == BigInteger.class || isDecimal(type)) {
            String code = type == BigInteger.class ? "int" : "decimal";
            return Rule.of(code, value -> bound(textual ? Decimals.toDecimal(value) : value, type));
        }
        return new Text(type);
    }

    private static Object bound(Object value, Class<?> type) {
        try {
            Object number = value instanceof Number ? Json.bind(value, type, "") : Rule.UNFIT;
            return number instanceof Number made && Numbers.exact(made) == null ? Rule.UNFIT : number;
        } catch (JsonException e) {
            return Rule.UNFIT;
        }
    }

    /** A whole number of a type's range; one beyond it is refused. */
    private record Whole(Class<?> type, boolean textual) implements Rule {
        @Override
        public String code() {
            return "int";
        }

        @Override
        public Object apply(Object value) {
            Object number = textual || value instanceof Number ? Integers.read(value) : UNFIT;
            if (!(number instanceof Long whole)) {
                return UNFIT;
            }
            boolean fits = whole >= INTEGERS.get(type)[0] && whole <= INTEGERS.get(type)[1];
            return fits ? Json.bind(whole, type, "") : REFUSED;
        }

        @Override
        public Map<String, Object> params() {
            Map<String, Object> params = new LinkedHashMap<>();
            params.put("min", INTEGERS.get(type)[0]);
            params.put("max", INTEGERS.get(type)[1]);
            return params;
        }
    }

    /** What a text says. */
    private record Text(Class<?> type) implements Rule {
        @Override
        public String code() {
            if (type.isEnum()) {
                return "in";
            }
            return FORMATS.containsKey(type) ? "format" : "string";
        }

        @Override
        public Object apply(Object value) {
            if (type.isInstance(value)) {
                return value;
            }
            return value instanceof String ? read(value) : UNFIT;
        }

        private Object read(Object value) {
            try {
                return Json.bind(value, type, "");
            } catch (JsonException e) {
                return UNFIT;
            }
        }

        @Override
        public Map<String, Object> params() {
            if (type.isEnum()) {
                return Map.of(
                        "values",
                        Arrays.stream(type.getEnumConstants())
                                .map(one -> ((Enum<?>) one).name())
                                .toList());
            }
            return FORMATS.containsKey(type) ? Map.of("format", FORMATS.get(type)) : Map.of();
        }
    }
}
