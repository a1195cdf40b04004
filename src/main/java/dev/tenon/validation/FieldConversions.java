package dev.tenon.validation;

import java.util.List;

/** Steps that ask for a type, or make a value of another type. */
abstract class FieldConversions extends FieldComparisons {
    FieldConversions(Check check, Source source, String name, List<Object> path, Object found) {
        super(check, source, name, path, found);
    }

    /** Refuses what is no text. */
    public final Field isString() {
        return step(Texts.IS_STRING, null);
    }

    /** Refuses what is no text. */
    public final Field isString(String tip) {
        return step(Texts.IS_STRING, tipped(tip));
    }

    /** Refuses what is no list. A name that a form repeats has one; {@link #toArray()} makes one of anything. */
    public final Field isArray() {
        return step(Membership.IS_ARRAY, null);
    }

    /** Refuses what is no list. A name that a form repeats has one; {@link #toArray()} makes one of anything. */
    public final Field isArray(String tip) {
        return step(Membership.IS_ARRAY, tipped(tip));
    }

    /** Refuses what is no whole number between -(2^53 - 1) and 2^53 - 1. A text is no number: see {@link #toInt()}. */
    public final Field isInt() {
        return step(Integers.IS_INT, null);
    }

    /** Refuses what is no whole number between -(2^53 - 1) and 2^53 - 1. A text is no number: see {@link #toInt()}. */
    public final Field isInt(String tip) {
        return step(Integers.IS_INT, tipped(tip));
    }

    /** Refuses what is no number, or an infinite one. */
    public final Field isFiniteNumber() {
        return step(Numbers.IS_FINITE, null);
    }

    /** Refuses what is no number, or an infinite one. */
    public final Field isFiniteNumber(String tip) {
        return step(Numbers.IS_FINITE, tipped(tip));
    }

    /**
     * Makes a {@link Long} of a whole number or its digits. Refuses spaces, leading zeros, exponents, fractions, and what is beyond 2^53 - 1 on
     * either side of zero.
     */
    public final Field toInt() {
        return step(Integers.TO_INT, null);
    }

    /**
     * Makes a {@link Long} of a whole number or its digits. Refuses spaces, leading zeros, exponents, fractions, and what is beyond 2^53 - 1 on
     * either side of zero.
     */
    public final Field toInt(String tip) {
        return step(Integers.TO_INT, tipped(tip));
    }

    /** Makes a {@link Long} of a whole number of up to 64 bits or its digits, as {@link #toInt()} reads them. */
    public final Field toLong() {
        return step(Integers.TO_LONG, null);
    }

    /** Makes a {@link Long} of a whole number of up to 64 bits or its digits, as {@link #toInt()} reads them. */
    public final Field toLong(String tip) {
        return step(Integers.TO_LONG, tipped(tip));
    }

    /** Makes a list of {@link Long}s of a list of what {@link #toInt()} reads, and an empty list where the value is absent. */
    public final Field toInts() {
        return defaultTo(List.of()).step(Integers.TO_INTS, null);
    }

    /** Makes a list of {@link Long}s of a list of what {@link #toInt()} reads, and an empty list where the value is absent. */
    public final Field toInts(String tip) {
        return defaultTo(List.of()).step(Integers.TO_INTS, tipped(tip));
    }

    /**
     * Makes an exact {@link java.math.BigDecimal} of a number, or of digits such as {@code 7}, {@code -0.50} and {@code .5}. Refuses spaces,
     * exponents and {@code 5.}, and more than 1,000 characters.
     */
    public final Field toDecimal() {
        return step(Decimals.TO_DECIMAL, null);
    }

    /**
     * Makes an exact {@link java.math.BigDecimal} of a number, or of digits such as {@code 7}, {@code -0.50} and {@code .5}. Refuses spaces,
     * exponents and {@code 5.}, and more than 1,000 characters.
     */
    public final Field toDecimal(String tip) {
        return step(Decimals.TO_DECIMAL, tipped(tip));
    }

    /**
     * Makes a {@link Double} of a number, or of a text that says one, with an exponent and with white space around it if it likes; {@code
     * Infinity} is one, too.
     */
    public final Field toFloat() {
        return step(Decimals.TO_FLOAT, null);
    }

    /**
     * Makes a {@link Double} of a number, or of a text that says one, with an exponent and with white space around it if it likes; {@code
     * Infinity} is one, too.
     */
    public final Field toFloat(String tip) {
        return step(Decimals.TO_FLOAT, tipped(tip));
    }

    /** Makes a {@link Double} as {@link #toFloat()} does, and refuses an infinite one. */
    public final Field toFiniteFloat() {
        return step(Decimals.TO_FINITE_FLOAT, null);
    }

    /** Makes a {@link Double} as {@link #toFloat()} does, and refuses an infinite one. */
    public final Field toFiniteFloat(String tip) {
        return step(Decimals.TO_FINITE_FLOAT, tipped(tip));
    }

    /**
     * Makes a {@link Boolean} of {@code true, 1, yes, on} and {@code false, 0, no, off} in any case, of the numbers 1 and 0, and false of an
     * empty text, null and an absent value, as an unticked box is. Refuses everything else, unless the check is {@link Check#compat()}.
     */
    public final Field toBoolean() {
        return step(toBooleanRule(), null);
    }

    /**
     * Makes a {@link Boolean} of {@code true, 1, yes, on} and {@code false, 0, no, off} in any case, of the numbers 1 and 0, and false of an
     * empty text, null and an absent value, as an unticked box is. Refuses everything else, unless the check is {@link Check#compat()}.
     */
    public final Field toBoolean(String tip) {
        return step(toBooleanRule(), tipped(tip));
    }

    /**
     * Makes a text as JavaScript does; an empty one of null, 0, false and of an absent value. This is koa-bouncer's {@code toString}, a name
     * that Java has for something else.
     */
    public final Field toText() {
        return clean(Texts.TO_TEXT);
    }

    /** Makes a list of one element of what is no list, and an empty list where the value is absent. */
    public final Field toArray() {
        return defaultTo(List.of()).clean(Membership.TO_ARRAY);
    }

    /**
     * Makes a value of this type of its text, exactly: a number of any size, an enum's constant by its name, a {@link java.time.LocalDate} and
     * its like (ISO 8601), a {@link java.util.UUID}.
     *
     * @throws IllegalArgumentException if nothing makes this type of a text
     */
    public final Field to(Class<?> type) {
        return step(Scalars.rule(type), null);
    }

    /**
     * Makes a value of this type of its text, exactly: a number of any size, an enum's constant by its name, a {@link java.time.LocalDate} and
     * its like (ISO 8601), a {@link java.util.UUID}.
     *
     * @throws IllegalArgumentException if nothing makes this type of a text
     */
    public final Field to(Class<?> type, String tip) {
        return step(Scalars.rule(type), tipped(tip));
    }

    /** Makes the value of a text of JSON. Refuses what is no text, or no JSON. */
    public final Field fromJson() {
        return step(Formats.FROM_JSON, null);
    }

    /** Makes the value of a text of JSON. Refuses what is no text, or no JSON. */
    public final Field fromJson(String tip) {
        return step(Formats.FROM_JSON, tipped(tip));
    }

    /** Makes Base64 of a text's UTF-8. Refuses what is no text. */
    public final Field encodeBase64() {
        return step(Formats.ENCODE_BASE64, null);
    }

    /** Makes Base64 of a text's UTF-8. Refuses what is no text. */
    public final Field encodeBase64(String tip) {
        return step(Formats.ENCODE_BASE64, tipped(tip));
    }

    /** Makes a text of Base64 of its UTF-8. Refuses what is no Base64. */
    public final Field decodeBase64() {
        return step(Formats.DECODE_BASE64, null);
    }

    /** Makes a text of Base64 of its UTF-8. Refuses what is no Base64. */
    public final Field decodeBase64(String tip) {
        return step(Formats.DECODE_BASE64, tipped(tip));
    }

    private Rule toBooleanRule() {
        return isCompat() ? Booleans.TRUTH : Booleans.TO_BOOLEAN;
    }
}
