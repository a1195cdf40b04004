package dev.tenon.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Makes single values of what stands in a tree. No number loses a digit or its sign: what does not fit is refused. */
final class JsonScalars {
    private static final Map<Class<?>, Function<BigDecimal, Object>> NUMBERS = Map.ofEntries(
            Map.entry(byte.class, BigDecimal::byteValueExact),
            Map.entry(Byte.class, BigDecimal::byteValueExact),
            Map.entry(short.class, BigDecimal::shortValueExact),
            Map.entry(Short.class, BigDecimal::shortValueExact),
            Map.entry(int.class, BigDecimal::intValueExact),
            Map.entry(Integer.class, BigDecimal::intValueExact),
            Map.entry(long.class, BigDecimal::longValueExact),
            Map.entry(Long.class, BigDecimal::longValueExact),
            Map.entry(float.class, BigDecimal::floatValue),
            Map.entry(Float.class, BigDecimal::floatValue),
            Map.entry(double.class, BigDecimal::doubleValue),
            Map.entry(Double.class, BigDecimal::doubleValue),
            Map.entry(BigDecimal.class, number -> number),
            Map.entry(BigInteger.class, JsonScalars::bigInteger));

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            UUID.class, JsonScalars::uuid,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse,
            LocalDateTime.class, LocalDateTime::parse,
            OffsetDateTime.class, OffsetDateTime::parse,
            ZonedDateTime.class, ZonedDateTime::parse,
            Duration.class, Duration::parse,
            Date.class, text -> Date.from(Instant.parse(text)));

    /** More digits than any sane number has, and few enough to write out: 1e999999999 is nine characters long. */
    private static final int MAX_DIGITS = 1_000;

    private JsonScalars() {}

    static Object bind(Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        if (NUMBERS.containsKey(type)) {
            return number(value, type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return of(value, Boolean.class, "true or false");
        }
        if (type == ByteBuffer.class) {
            return ByteBuffer.wrap(of(value, byte[].class, "binary"));
        }
        return type == byte[].class ? of(value, byte[].class, "binary") : text(of(value, String.class, "a text"), type);
    }

    private static Object number(Object value, Class<?> type) {
        try {
            return NUMBERS.get(type)
                    .apply(new BigDecimal(of(value, Number.class, "a number").toString()));
        } catch (ArithmeticException | NumberFormatException e) { // the latter for an exponent beyond every BigDecimal
            throw unfit(value, "a number that fits " + type.getSimpleName());
        }
    }

    private static Object bigInteger(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS) {
            throw new ArithmeticException("too long");
        }
        return number.toBigIntegerExact();
    }

    private static Object text(String text, Class<?> type) {
        try {
            if (type.isEnum()) {
                return constant(text, type);
            }
            if (TEXTS.containsKey(type)) {
                return TEXTS.get(type).apply(text);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unfit(text, "a text that fits " + type.getSimpleName());
        }
        if (type == String.class || type == CharSequence.class) {
            return text;
        }
        throw new IllegalArgumentException(type.getName() + " has no JSON form; take a record, a Map or a List");
    }

    /** {@link UUID#fromString} takes shorter groups, and cuts longer ones: two texts would name one thing. */
    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static <T> T of(Object value, Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw unfit(value, wanted);
        }
        return type.cast(value);
    }

    /** Says what came instead of what was wanted, without the value, which may be long, or secret. */
    static JsonException unfit(Object value, String wanted) {
        return new JsonException(kind(value) + ", not " + wanted, null);
    }

    private static String kind(Object value) {
        if (value instanceof String) {
            return "a text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof byte[]) {
            return "binary";
        }
        return value instanceof Collection<?> ? "an array" : "an object";
    }
}
