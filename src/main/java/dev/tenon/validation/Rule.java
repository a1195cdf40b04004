package dev.tenon.validation;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One step of a chain: judges a value, or makes another one of it. Sees every type that a client can send, and null; never throws. */
interface Rule {
    /** What a step returns for a value that breaks its rule; later steps may judge the same value, too. */
    Object REFUSED = new Object();

    /** What a step returns for a value of a type that it cannot judge, which ends the chain: what follows relies on the type. */
    Object UNFIT = new Object();

    /** Returns what a client's program is told when the value is refused; also names the message in the catalogue. */
    String code();

    /** Returns the value to go on with, or {@link #REFUSED} or {@link #UNFIT}. */
    Object apply(Object value);

    /** Does {@link #apply} for a value that is not there. */
    default Object applyToAbsent() {
        return apply(null);
    }

    /** Returns what the rule asks for, as clients are told. */
    default Map<String, Object> params() {
        return Map.of();
    }

    /** Returns a rule that makes another value. */
    static Rule of(String code, UnaryOperator<Object> step) {
        return new Plain(code, step);
    }

    /** Returns a rule of texts. */
    static Rule text(String code, Predicate<String> test) {
        return new Plain(code, value -> value instanceof String text ? (test.test(text) ? value : REFUSED) : UNFIT);
    }

    /** Returns a rule that asks only what the value is. */
    static Rule type(String code, Predicate<Object> test) {
        return new Plain(code, value -> test.test(value) ? value : UNFIT);
    }

    /** A rule that asks for nothing that differs from call to call. */
    record Plain(String code, UnaryOperator<Object> step) implements Rule {
        @Override
        public Object apply(Object value) {
            return step.apply(value);
        }
    }
}
