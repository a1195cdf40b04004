package dev.tenon.validation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Steps about whether a value is there, and those that leave the judgement, or the value, to the application. */
abstract class FieldPresence extends FieldChain {
    FieldPresence(Check check, Source source, String name, List<Object> path, Object found) {
        super(check, source, name, path, found);
    }

    /** Refuses a value that is absent. An empty text and JSON's null are values. Skipped after {@link #optional()}, as every step is. */
    public final Field required() {
        return require(null);
    }

    /** Refuses a value that is absent. An empty text and JSON's null are values. Skipped after {@link #optional()}, as every step is. */
    public final Field required(String tip) {
        return require(tipped(tip));
    }

    /**
     * Refuses a value that is absent, if the condition holds; if not, the rest of the chain is skipped where the value is absent or a blank
     * text, as after {@link #optional()}.
     */
    public final Field requiredIf(boolean condition) {
        return condition ? require(null) : optional();
    }

    /**
     * Refuses a value that is absent, if the condition holds; if not, the rest of the chain is skipped where the value is absent or a blank
     * text, as after {@link #optional()}.
     */
    public final Field requiredIf(boolean condition, String tip) {
        return condition ? require(tipped(tip)) : optional();
    }

    /** Does {@link #requiredIf(boolean)} if the other field was not refused, and its value is this one, compared as {@link Field#eq} does. */
    public final Field requiredIf(Field other, Object value) {
        return requiredIf(other.is(value));
    }

    /** Does {@link #requiredIf(boolean, String)} if the other field was not refused, and its value is this one. */
    public final Field requiredIf(Field other, Object value, String tip) {
        return requiredIf(other.is(value), tip);
    }

    private Field require(String tip) {
        if (elements() != null) {
            elements().forEach(element -> element.requireOne(tip));
            return self();
        }
        return requireOne(tip);
    }

    final Field requireOne(String tip) {
        if (runs() && isAbsent()) {
            refuse("required", Map.of(), tip, true);
        }
        return self();
    }

    /** Skips the rest of the chain where the value is absent or a blank text, and leaves it out of {@link Check#vals()}. */
    public final Field optional() {
        if (elements() != null) {
            elements().forEach(FieldPresence::optional);
        } else if (!isEnded() && (isAbsent() || Texts.isBlank(value()))) {
            leaveOut();
        }
        return self();
    }

    /** Skips the rest of the chain unless the condition holds; the value stays as it is. */
    public final Field onlyIf(boolean condition) {
        if (!condition) {
            end();
            if (elements() != null) {
                elements().forEach(FieldChain::end);
            }
        }
        return self();
    }

    /** Skips the rest of the chain if anything was refused so far; otherwise each further step that can judge the value adds its error. */
    public final Field bail() {
        if (elements() != null) {
            elements().forEach(FieldPresence::bail);
        } else if (isRefused()) {
            end();
        }
        return self();
    }

    /** Returns whether the rest of the chain is skipped because of {@link #optional()}. */
    public final boolean isOptional() {
        return isLeftOut();
    }

    /**
     * Sets the value where it is absent; not after {@link #optional()}, which skips this step, too.
     *
     * @param other any value, even null
     */
    public final Field defaultTo(Object other) {
        return defaultTo(() -> other);
    }

    /**
     * Sets the value to what is supplied where it is absent; not after {@link #optional()}, which skips this step, too.
     *
     * @param other asked only where the value is absent; null for null
     */
    public final Field defaultTo(Supplier<?> other) {
        if (elements() != null) {
            elements().forEach(element -> element.defaultTo(other));
            return self();
        }
        return runs() && isAbsent() ? put(other == null ? null : other.get()) : self();
    }

    /**
     * Sets the value, whatever it was; does nothing once the chain ended by a refusal.
     *
     * @param other any value, even null
     */
    public final Field set(Object other) {
        if (elements() != null) {
            elements().forEach(element -> element.set(other));
            return self();
        }
        return isEnded() ? self() : put(other);
    }

    /**
     * Sets the value to what the function makes of it.
     *
     * @param function is given null where the value is absent; what it throws goes to the caller
     */
    public final Field tap(UnaryOperator<Object> function) {
        if (elements() != null) {
            elements().forEach(element -> element.tap(function));
            return self();
        }
        return runs() ? put(function.apply(value())) : self();
    }

    /** Refuses the value unless the result is true. */
    public final Field check(boolean result) {
        return checkPred(any -> result);
    }

    /** Refuses the value unless the result is true. */
    public final Field check(boolean result, String tip) {
        return checkPred(any -> result, tip);
    }

    /** Refuses the value if the result is true. */
    public final Field checkNot(boolean result) {
        return checkPred(any -> !result);
    }

    /** Refuses the value if the result is true. */
    public final Field checkNot(boolean result, String tip) {
        return checkPred(any -> !result, tip);
    }

    /**
     * Refuses the value unless the predicate holds.
     *
     * @param predicate is given null where the value is absent; what it throws goes to the caller, so make sure of the type first
     */
    public final Field checkPred(Predicate<Object> predicate) {
        return step(asked("check", predicate), null);
    }

    /**
     * Refuses the value unless the predicate holds.
     *
     * @param predicate is given null where the value is absent; what it throws goes to the caller, so make sure of the type first
     */
    public final Field checkPred(Predicate<Object> predicate, String tip) {
        return step(asked("check", predicate), tipped(tip));
    }

    /**
     * Refuses the value unless the predicate holds, with a code of the application's own.
     *
     * @param code what clients' programs are told; its message without a tip is {@code tenon.validation.CODE} of the application's
     *     {@code ValidationMessages}
     * @param tip null for the message of the code
     */
    public final Field checkPred(String code, Predicate<Object> predicate, String tip) {
        return step(asked(Objects.requireNonNull(code, "code"), predicate), tip);
    }

    /** Refuses the value if the predicate holds. */
    public final Field checkNotPred(Predicate<Object> predicate) {
        return checkPred(predicate.negate());
    }

    /** Refuses the value if the predicate holds. */
    public final Field checkNotPred(Predicate<Object> predicate, String tip) {
        return checkPred(predicate.negate(), tip);
    }

    /** Refuses the value, and skips the rest of the chain. */
    public final Field throwError() {
        return step(Rule.of("check", any -> Rule.UNFIT), null);
    }

    /** Refuses the value, and skips the rest of the chain. */
    public final Field throwError(String tip) {
        return step(Rule.of("check", any -> Rule.UNFIT), tipped(tip));
    }

    private static Rule asked(String code, Predicate<Object> predicate) {
        return Rule.of(code, value -> predicate.test(value) ? value : Rule.REFUSED);
    }
}
