package dev.tenon.validation;

import java.util.Collection;
import java.util.List;

/** Steps that hold a value beside others. */
abstract class FieldComparisons extends FieldPresence {
    FieldComparisons(Check check, Source source, String name, List<Object> path, Object found) {
        super(check, source, name, path, found);
    }

    /** Refuses what is none of these values. Numbers are equal when they are the same number; the text {@code "1"} is no number. */
    public final Field isIn(Collection<?> values) {
        return step(new Membership.In(values, true), null);
    }

    /** Refuses what is none of these values. Numbers are equal when they are the same number; the text {@code "1"} is no number. */
    public final Field isIn(Collection<?> values, String tip) {
        return step(new Membership.In(values, true), tipped(tip));
    }

    /** Refuses what is one of these values, compared as {@link #isIn(Collection)} does. */
    public final Field isNotIn(Collection<?> values) {
        return step(new Membership.In(values, false), null);
    }

    /** Refuses what is one of these values, compared as {@link #isIn(Collection)} does. */
    public final Field isNotIn(Collection<?> values, String tip) {
        return step(new Membership.In(values, false), tipped(tip));
    }

    /** Refuses what is not this value, compared as {@link #isIn(Collection)} does. */
    public final Field eq(Object other) {
        return step(new Membership.Equal("eq", other), null);
    }

    /** Refuses what is not this value, compared as {@link #isIn(Collection)} does. */
    public final Field eq(Object other, String tip) {
        return step(new Membership.Equal("eq", other), tipped(tip));
    }

    /** Refuses what is no number greater than this one. A text is no number: see {@link Field#toInt()}. */
    public final Field gt(Number limit) {
        return step(Comparison.of("gt", limit, order -> order > 0), null);
    }

    /** Refuses what is no number greater than this one. A text is no number: see {@link Field#toInt()}. */
    public final Field gt(Number limit, String tip) {
        return step(Comparison.of("gt", limit, order -> order > 0), tipped(tip));
    }

    /** Refuses what is no number, or less than this one. */
    public final Field gte(Number limit) {
        return step(Comparison.of("gte", limit, order -> order >= 0), null);
    }

    /** Refuses what is no number, or less than this one. */
    public final Field gte(Number limit, String tip) {
        return step(Comparison.of("gte", limit, order -> order >= 0), tipped(tip));
    }

    /** Refuses what is no number less than this one. */
    public final Field lt(Number limit) {
        return step(Comparison.of("lt", limit, order -> order < 0), null);
    }

    /** Refuses what is no number less than this one. */
    public final Field lt(Number limit, String tip) {
        return step(Comparison.of("lt", limit, order -> order < 0), tipped(tip));
    }

    /** Refuses what is no number, or greater than this one. */
    public final Field lte(Number limit) {
        return step(Comparison.of("lte", limit, order -> order <= 0), null);
    }

    /** Refuses what is no number, or greater than this one. */
    public final Field lte(Number limit, String tip) {
        return step(Comparison.of("lte", limit, order -> order <= 0), tipped(tip));
    }

    /**
     * Refuses a text or list that is shorter or longer.
     *
     * @param min the least length, 0 or more, in UTF-16 units (Java's and JavaScript's length) or elements
     * @param max the greatest length, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isLength(int min, int max) {
        return step(Bounds.of("length", min, max, Measures::length), null);
    }

    /**
     * Refuses a text or list that is shorter or longer.
     *
     * @param min the least length, 0 or more, in UTF-16 units (Java's and JavaScript's length) or elements
     * @param max the greatest length, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isLength(int min, int max, String tip) {
        return step(Bounds.of("length", min, max, Measures::length), tipped(tip));
    }

    /**
     * Refuses a text of fewer or more characters.
     *
     * @param min the least number, 0 or more, of Unicode code points: an emoji is one
     * @param max the greatest number, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isCodePointLength(int min, int max) {
        return step(Bounds.of("codePoints", min, max, Measures::codePoints), null);
    }

    /**
     * Refuses a text of fewer or more characters.
     *
     * @param min the least number, 0 or more, of Unicode code points: an emoji is one
     * @param max the greatest number, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isCodePointLength(int min, int max, String tip) {
        return step(Bounds.of("codePoints", min, max, Measures::codePoints), tipped(tip));
    }

    /**
     * Refuses a number with more digits before the point, or after it; zeros at the ends do not count. After {@link
     * Field#toDecimal()} this is the scale of an amount of money.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public final Field digits(int integer, int fraction) {
        return step(new Decimals.Digits(integer, fraction), null);
    }

    /**
     * Refuses a number with more digits before the point, or after it; zeros at the ends do not count. After {@link
     * Field#toDecimal()} this is the scale of an amount of money.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public final Field digits(int integer, int fraction, String tip) {
        return step(new Decimals.Digits(integer, fraction), tipped(tip));
    }

    /** Refuses what is no list, or a list that has a value twice. */
    public final Field isUnique() {
        return step(Membership.EACH_ONCE, null);
    }

    /** Refuses what is no list, or a list that has a value twice. */
    public final Field isUnique(String tip) {
        return step(Membership.EACH_ONCE, tipped(tip));
    }

    /**
     * Brings a number between two bounds: what is below becomes the least, what is above the greatest. Refuses what is no number.
     *
     * @throws IllegalArgumentException if max is below min
     */
    public final Field clamp(Number min, Number max) {
        return clean(new Comparison.Clamp(min, max));
    }

    /** Keeps the first of equal elements of a list. Refuses what is no list. */
    public final Field uniq() {
        return clean(Membership.UNIQ);
    }
}
