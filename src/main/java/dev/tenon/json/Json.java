package dev.tenon.json;

import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * Reads and writes JSON (RFC 8259). A tree is made of {@link java.util.Map} in the order of the text, {@link java.util.List}, {@link String},
 * {@link Boolean}, null and numbers: {@link Integer}, {@link Long} or {@link java.math.BigInteger}, the smallest that holds the number, or
 * {@link java.math.BigDecimal}, which keeps every digit. Neither direction recurses, so no input ends the stack. Thread-safe.
 */
public final class Json {
    private Json() {}

    /**
     * Returns the tree of a text, within {@link JsonLimits#DEFAULT}.
     *
     * @throws JsonException if it is not exactly one JSON value
     */
    public static Object parse(String text) {
        return parse(text, JsonLimits.DEFAULT);
    }

    /**
     * Returns the tree of a text.
     *
     * @throws JsonException if it is not exactly one JSON value, or beyond the limits
     */
    public static Object parse(String text, JsonLimits limits) {
        return JsonReader.read(text, limits);
    }

    /**
     * Returns the text of a value: what {@link #parse(String)} returns, and also records, enums, arrays, collections, temporals, dates and
     * optionals. A number that JSON cannot say (NaN, infinite) becomes null, as in JavaScript.
     *
     * @throws JsonException if a value has no JSON form, bytes included, or nests too deep
     */
    public static String write(Object value) {
        return write(value, Json::refuse);
    }

    /**
     * Returns the text of a value.
     *
     * @param binary what stands in the text for bytes; called in the order of the text
     * @throws JsonException if a value has no JSON form, or nests too deep
     */
    public static String write(Object value, Function<byte[], Object> binary) {
        return JsonWriter.write(value, binary);
    }

    /**
     * Returns a value as the tree has it, for other formats than text to write what JSON writes: null, a {@link String}, {@link Number}, {@link
     * Boolean}, {@link java.util.Map}, {@link Iterable} or {@code byte[]}; what stands in the last three is as it was.
     *
     * @throws JsonException if the value has no JSON form
     */
    public static Object plain(Object value) {
        return JsonForms.tree(value);
    }

    /**
     * Returns a tree in the form of a type: records, lists, sets, maps with texts as keys, arrays, optionals, enums, temporals (ISO 8601), bytes
     * where the tree has bytes, numbers that hold the value exactly (a float or double: nearly), or the tree as it is for {@code Object}.
     * Null stays null, also for a member that is missing, but no primitive can be null.
     *
     * @param name what the exception calls the tree
     * @throws JsonException if the value does not fit, saying where
     * @throws IllegalArgumentException if the type, or one in it, can never be made of JSON
     */
    public static Object bind(Object tree, Type type, String name) {
        return JsonBinding.at(name, tree, type);
    }

    private static Object refuse(byte[] bytes) {
        throw new JsonException(bytes.length + " bytes have no JSON form", null);
    }
}
