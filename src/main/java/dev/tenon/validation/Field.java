package dev.tenon.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One value of a request and the chain of steps that judge and clean it, under the names of koa-bouncer. A value is a text, a list of texts
 * where a form or query repeats the name, or, from a JSON body, what JSON has: a Map, List, String, Boolean, null or an exact number; from an
 * uploaded form it may be a {@link jakarta.servlet.http.Part}. Every step that can judge the value adds its error; a step that needs another
 * type refuses the value, and the rest of the chain is skipped; so it is after {@link #optional()} where no value is. Nothing that a client
 * sends makes a step throw.
 *
 * <p>A name with a wildcard, such as {@code items.*.qty}, stands for several values: each step is taken with each of them.
 *
 * <p>A tip is what people read when the step refuses the value; without one a sentence in their language stands there. A tip that is one
 * key in braces, such as {@code {shop.uname}}, stands for the sentence of that key in the application's {@code ValidationMessages}. Not
 * thread-safe.
 */
public final class Field extends FieldFiles {
    Field(Check check, Source source, String name, List<Object> path, Object found) {
        super(check, source, name, path, found);
    }

    /**
     * Refuses a value that differs from the other field's, as of a password that is typed twice; compared as {@link #isIn} does. Passes where
     * the other one was refused, which is told there.
     */
    public Field sameAs(Field other) {
        return step(new SameAs(other), null);
    }

    /** Refuses a value that differs from the other field's; see {@link #sameAs(Field)}. */
    public Field sameAs(Field other, String tip) {
        return step(new SameAs(other), tipped(tip));
    }

    /** Refuses the value if what the rule says later is false; see {@link #checkAsync(Function, String)}. */
    public Field checkAsync(Function<Object, ? extends CompletionStage<Boolean>> rule) {
        return ask(rule, null);
    }

    /**
     * Refuses the value if what the rule says later is false, such as a look into a table of names that are taken. The rule is asked now, and
     * only if nothing refused the value so far; several rules run side by side. Their answers are awaited by {@link #val()}, {@link
     * Check#errors()}, {@link Check#vals()} and {@link Check#as}, together no longer than {@link ValidationOptions#deadline()}: then the client is
     * answered 503. What a rule throws, or ends with, is thrown there, too.
     *
     * @param rule is given the value as the chain made it; runs on this thread until it returns
     */
    public Field checkAsync(Function<Object, ? extends CompletionStage<Boolean>> rule, String tip) {
        return ask(rule, tipped(tip));
    }

    private Field ask(Function<Object, ? extends CompletionStage<Boolean>> rule, String tip) {
        if (elements() != null) {
            elements().forEach(element -> element.ask(rule, tip));
        } else if (runs() && !isRefused()) {
            CompletionStage<Boolean> answer = Objects.requireNonNull(rule.apply(value()), "the rule returned null");
            check.await(answer, () -> refuse("check", Map.of(), tip, true));
        }
        return this;
    }

    /**
     * Takes the steps of a method of the application's own, such as {@code .with(Rules::postcode)}: koa-bouncer's {@code addMethod}, without a
     * registry.
     */
    public Field with(UnaryOperator<Field> method) {
        return method.apply(this);
    }

    /**
     * Keeps the value out of everything that clients, pages and sessions are told, even where an application shows rejected values. Names such
     * as {@code password} need not say so.
     */
    public Field secret() {
        check.secrets().add(place());
        hide();
        if (elements() != null) {
            elements().forEach(FieldChain::hide);
        }
        return this;
    }

    /**
     * Returns the value as the chain made it; null where it is absent; a list for a name with a wildcard, without the absent ones.
     *
     * @throws ValidationException if anything refused it, with all errors of the check so far
     */
    public Object val() {
        check.settle();
        if (isRefused()) {
            throw check.refusal();
        }
        return current();
    }

    /**
     * Returns the value as the chain made it, in its type; null where it is absent.
     *
     * @throws ValidationException if anything refused it, with all errors of the check so far
     * @throws ClassCastException if it is of another type
     */
    public <T> T val(Class<T> type) {
        return type.cast(val());
    }

    /** Returns whether a value is there: sent, or set by the chain, and not left out. */
    public boolean isPresent() {
        return elements() == null ? !isAbsent() : elements().stream().anyMatch(Field::isPresent);
    }

    Object current() {
        if (elements() == null) {
            return value();
        }
        List<Object> all = new ArrayList<>();
        elements().stream().filter(Field::isPresent).forEach(element -> all.add(element.current()));
        return all;
    }

    /** Returns whether nothing refused the value, and it is this one. */
    boolean is(Object other) {
        return !isRefused() && !isAbsent() && Numbers.same(other, value());
    }

    /** Returns what refused the value first; null as long as nothing did. */
    Violation violation() {
        return errors().isEmpty() ? null : errors().get(0);
    }

    /** The rule of two fields. */
    private record SameAs(Field other) implements Rule {
        @Override
        public String code() {
            return "sameAs";
        }

        @Override
        public Object apply(Object value) {
            return other.isRefused() || Numbers.same(other.current(), value) ? value : REFUSED;
        }

        @Override
        public Map<String, Object> params() {
            return Map.of("other", other.name());
        }
    }
}
