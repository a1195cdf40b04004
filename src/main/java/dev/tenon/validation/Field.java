package dev.tenon.validation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One value of a request and the chain of steps that judge and clean it, under the names of koa-bouncer. After the first step that refuses
 * the value the rest of the chain is skipped; so it is after {@link #optional()} where no value is. A value is a text, a list of texts
 * where a form or query repeats the name, or, from a JSON body, what JSON has: a Map, List, String, Boolean, null or an exact number. A
 * step that needs another type refuses the value; nothing that a client sends makes a step throw.
 *
 * <p>A tip is what people read when the step refuses the value; without one a sentence in English stands there. Not thread-safe.
 */
public final class Field {
    private final Check check;
    private final String in;
    private final String name;
    private Object value;
    private boolean present;
    private boolean leftOut;
    private boolean lacksTip;
    private Violation violation;

    Field(Check check, String in, String name, Map<String, Object> source) {
        this.check = check;
        this.in = in;
        this.name = name;
        this.value = source.get(name);
        this.present = source.containsKey(name);
    }

    /** Refuses a value that is absent. An empty text and JSON's null are values. */
    public Field required() {
        return apply(presence(), null, violation == null);
    }

    /**
     * Refuses a value that is absent. An empty text and JSON's null are values.
     *
     * @param tip what people read; never null
     */
    public Field required(String tip) {
        return apply(presence(), Objects.requireNonNull(tip, "tip"), violation == null);
    }

    /** Skips the rest of the chain where the value is absent or a blank text, and leaves it out of {@link Check#vals()}. */
    public Field optional() {
        if (violation == null && (!present || Texts.isBlank(value))) {
            value = null;
            present = false;
            leftOut = true;
        }
        return this;
    }

    /**
     * Sets the value where it is absent; not after {@link #optional()}, which skips this step, too.
     *
     * @param other any value, even null
     */
    public Field defaultTo(Object other) {
        return runs() && !present ? set(other) : this;
    }

    /**
     * Sets the value, whatever it was, unless it was refused before.
     *
     * @param other any value, even null
     */
    public Field set(Object other) {
        value = other;
        present = true;
        leftOut = false;
        return this;
    }

    /**
     * Sets the value to what the function makes of it.
     *
     * @param function is given null where the value is absent; what it throws goes to the caller
     */
    public Field tap(UnaryOperator<Object> function) {
        return runs() ? set(function.apply(value)) : this;
    }

    /** Removes white space at both ends. Refuses what is no text; people then read the tip of the first step after it that has one. */
    public Field trim() {
        boolean judged = runs();
        apply(Texts.TRIM);
        lacksTip |= judged && violation != null;
        return this;
    }

    /** Refuses what is no text. */
    public Field isString() {
        return apply(Texts.IS_STRING);
    }

    /** Refuses what is no text. */
    public Field isString(String tip) {
        return apply(Texts.IS_STRING, tip);
    }

    /**
     * Refuses a text or list that is shorter or longer.
     *
     * @param min the least length, 0 or more, in UTF-16 units (Java's and JavaScript's length) or elements
     * @param max the greatest length, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public Field isLength(int min, int max) {
        return apply(Lengths.between(min, max));
    }

    /**
     * Refuses a text or list that is shorter or longer.
     *
     * @param min the least length, 0 or more, in UTF-16 units (Java's and JavaScript's length) or elements
     * @param max the greatest length, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public Field isLength(int min, int max, String tip) {
        return apply(Lengths.between(min, max), tip);
    }

    /** Refuses what is none of these values. Numbers are equal when they are the same number; the text {@code "1"} is no number. */
    public Field isIn(Collection<?> values) {
        return apply(in(values));
    }

    /** Refuses what is none of these values. Numbers are equal when they are the same number; the text {@code "1"} is no number. */
    public Field isIn(Collection<?> values, String tip) {
        return apply(in(values), tip);
    }

    /** Refuses what is not this value, compared as {@link #isIn(Collection)} does. */
    public Field eq(Object other) {
        return apply(equal(other));
    }

    /** Refuses what is not this value, compared as {@link #isIn(Collection)} does. */
    public Field eq(Object other, String tip) {
        return apply(equal(other), tip);
    }

    /** Refuses what is no text, or holds no match of the pattern. */
    public Field match(Pattern pattern) {
        return apply(Texts.match(pattern));
    }

    /** Refuses what is no text, or holds no match of the pattern. */
    public Field match(Pattern pattern, String tip) {
        return apply(Texts.match(pattern), tip);
    }

    /** Refuses what is no text, or holds a match of the pattern. */
    public Field notMatch(Pattern pattern) {
        return apply(Texts.notMatch(pattern));
    }

    /** Refuses what is no text, or holds a match of the pattern. */
    public Field notMatch(Pattern pattern, String tip) {
        return apply(Texts.notMatch(pattern), tip);
    }

    /** Refuses the value unless the result is true. */
    public Field check(boolean result) {
        return apply(checked(any -> result));
    }

    /** Refuses the value unless the result is true. */
    public Field check(boolean result, String tip) {
        return apply(checked(any -> result), tip);
    }

    /**
     * Refuses the value unless the predicate holds.
     *
     * @param predicate is given null where the value is absent; what it throws goes to the caller, so make sure of the type first
     */
    public Field checkPred(Predicate<Object> predicate) {
        return apply(checked(predicate));
    }

    /**
     * Refuses the value unless the predicate holds.
     *
     * @param predicate is given null where the value is absent; what it throws goes to the caller, so make sure of the type first
     */
    public Field checkPred(Predicate<Object> predicate, String tip) {
        return apply(checked(predicate), tip);
    }

    /** Refuses what is no whole number between -(2^53 - 1) and 2^53 - 1. A text is no number: see {@link #toInt()}. */
    public Field isInt() {
        return apply(Integers.IS_INT);
    }

    /** Refuses what is no whole number between -(2^53 - 1) and 2^53 - 1. A text is no number: see {@link #toInt()}. */
    public Field isInt(String tip) {
        return apply(Integers.IS_INT, tip);
    }

    /**
     * Makes a {@link Long} of a whole number or its digits. Refuses spaces, leading zeros, exponents, fractions, and what is beyond 2^53 - 1
     * on either side of zero.
     */
    public Field toInt() {
        return apply(Integers.TO_INT);
    }

    /**
     * Makes a {@link Long} of a whole number or its digits. Refuses spaces, leading zeros, exponents, fractions, and what is beyond 2^53 - 1
     * on either side of zero.
     */
    public Field toInt(String tip) {
        return apply(Integers.TO_INT, tip);
    }

    /**
     * Makes a {@link Boolean} of {@code true, 1, yes, on} and {@code false, 0, no, off} in any case, of the numbers 1 and 0, and false of an
     * empty text, null and an absent value, as an unticked box is. Refuses everything else.
     */
    public Field toBoolean() {
        return apply(Booleans.TO_BOOLEAN);
    }

    /**
     * Makes a {@link Boolean} of {@code true, 1, yes, on} and {@code false, 0, no, off} in any case, of the numbers 1 and 0, and false of an
     * empty text, null and an absent value, as an unticked box is. Refuses everything else.
     */
    public Field toBoolean(String tip) {
        return apply(Booleans.TO_BOOLEAN, tip);
    }

    /** Refuses what is no mail address with a full domain. Quoted names and address literals are refused, names of every script are not. */
    public Field isEmail() {
        return apply(Emails.IS_EMAIL);
    }

    /** Refuses what is no mail address with a full domain. Quoted names and address literals are refused, names of every script are not. */
    public Field isEmail(String tip) {
        return apply(Emails.IS_EMAIL, tip);
    }

    /**
     * Returns the value as the chain made it; null where it is absent.
     *
     * @throws ValidationException if the chain refused it, with all errors of the check so far
     */
    public Object val() {
        if (violation != null) {
            throw check.refusal();
        }
        return value;
    }

    String name() {
        return name;
    }

    boolean isPresent() {
        return present;
    }

    /** Returns null as long as no step refused the value. */
    Violation violation() {
        return violation;
    }

    private boolean runs() {
        return violation == null && !leftOut;
    }

    private Rule presence() {
        return Rule.test("required", "is required", any -> present);
    }

    private static Rule in(Collection<?> values) {
        List<?> copy = List.copyOf(values);
        return Rule.test("in", "is none of the allowed values", value -> copy.stream()
                .anyMatch(one -> Numbers.same(one, value)));
    }

    private static Rule equal(Object other) {
        return Rule.test("eq", "has not the expected value", value -> Numbers.same(other, value));
    }

    private static Rule checked(Predicate<Object> predicate) {
        return Rule.test("check", "is not valid", predicate);
    }

    private Field apply(Rule rule) {
        return apply(rule, null, runs());
    }

    private Field apply(Rule rule, String tip) {
        return apply(rule, Objects.requireNonNull(tip, "tip"), runs());
    }

    private Field apply(Rule rule, String tip, boolean runs) {
        if (runs) {
            accept(rule, rule.step().apply(value), tip);
        } else if (lacksTip && tip != null) {
            violation = violation.withMessage(tip);
            lacksTip = false;
        }
        return this;
    }

    private void accept(Rule rule, Object result, String tip) {
        if (result == Rule.REFUSED) {
            String message = tip == null ? name + " " + rule.expectation() : tip;
            violation = new Violation(in, name, rule.code(), message, pointer(), rule.params());
        } else if (result != value) {
            set(result);
        }
    }

    private String pointer() {
        return in.equals(Check.QUERY) ? null : JsonPointer.of(List.of(name));
    }
}
