package dev.tenon.validation;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One step of a chain: judges a value, or makes another one of it. Sees null where the value is absent, and every type that a client can
 * send; never throws.
 *
 * @param code what a client's program is told when the value is refused
 * @param expectation what a person is told, after the name of the field
 * @param params what the rule asks for
 * @param step returns the value to go on with, or {@link #REFUSED}
 */
record Rule(String code, String expectation, Map<String, Object> params, UnaryOperator<Object> step) {
    /** What a step returns for a value that breaks its rule. */
    static final Object REFUSED = new Object();

    static Rule test(String code, String expectation, Predicate<Object> predicate) {
        return convert(code, expectation, value -> predicate.test(value) ? value : REFUSED);
    }

    static Rule convert(String code, String expectation, UnaryOperator<Object> step) {
        return new Rule(code, expectation, Map.of(), step);
    }

    Rule with(Map<String, Object> asked) {
        return new Rule(code, expectation, asked, step);
    }
}
