package dev.tenon.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a field holds, and how a step is taken. A field of several elements, found by a wildcard, holds none and passes each step on to them. */
abstract class FieldChain {
    final Check check;
    final Source source;
    final String name;

    /** The steps from the whole source to the value; null where the name alone leads there. */
    final List<Object> path;

    private Object value;
    private boolean present;
    private boolean leftOut;
    private boolean ended;
    private boolean lacksTip;

    /** How often a step refused the value, or one of its elements; of more than are told, only this is known. */
    private int refusals;

    private FieldChain whole = this;
    private List<Violation> errors = List.of();
    private List<Field> elements;

    /** @param found the value, or {@link Source#ABSENT} */
    FieldChain(Check check, Source source, String name, List<Object> path, Object found) {
        this.check = check;
        this.source = source;
        this.name = name;
        this.path = path;
        this.present = found != Source.ABSENT;
        this.value = present ? found : null;
    }

    final Field over(List<Field> all) {
        elements = all;
        all.forEach(element -> element.isPartOf(this));
        return self();
    }

    final void isPartOf(FieldChain all) {
        whole = all;
        all.refusals += refusals;
    }

    final Field self() {
        return (Field) this;
    }

    /** Returns the elements that a wildcard found; null where there is no wildcard. */
    final List<Field> elements() {
        return elements;
    }

    final Field step(Rule rule, String tip) {
        if (elements != null) {
            elements.forEach(element -> element.step(rule, tip));
        } else if (runs()) {
            judge(rule, result(rule), tip);
        } else if (lacksTip && tip != null) {
            borrow(tip);
        }
        return self();
    }

    /** Takes a step that has no tip of its own, as koa-bouncer's cleaning steps have none: people then read the next one. */
    final Field clean(Rule rule) {
        if (elements != null) {
            elements.forEach(element -> element.clean(rule));
        } else if (runs()) {
            int before = errors.size();
            judge(rule, result(rule), null);
            lacksTip = errors.size() > before;
        }
        return self();
    }

    private Object result(Rule rule) {
        return present ? rule.apply(value) : rule.applyToAbsent();
    }

    private void judge(Rule rule, Object result, String tip) {
        if (result == Rule.REFUSED || result == Rule.UNFIT) {
            refuse(rule.code(), rule.params(), tip, result == Rule.UNFIT);
        } else if (result != value) {
            put(result);
        }
    }

    /** @param fatal whether the chain cannot go on: what follows would judge a value of another type */
    final void refuse(String code, Map<String, Object> params, String tip, boolean fatal) {
        if (whole.refusals < check.options().maxErrors()) {
            add(Refusal.of(check, source, name, path, code, params, tip));
        }
        refusals++;
        whole.refusals += whole == this ? 0 : 1;
        ended |= fatal || check.options().stop() != Stop.NEVER;
        check.refused();
    }

    private void add(Violation violation) {
        if (errors.isEmpty()) {
            errors = new ArrayList<>(2);
        }
        errors.add(violation);
    }

    private void borrow(String tip) {
        int last = errors.size() - 1;
        Violation error = errors.get(last);
        errors.set(last, error.withMessage(check.catalogue().tip(tip, name, error.params())));
        lacksTip = false;
    }

    /** Returns the steps to the value in the tree of its source. */
    final List<Object> place() {
        return path == null ? source.place(name) : path;
    }

    final Field put(Object other) {
        value = other;
        present = true;
        leftOut = leftOut && Texts.isBlank(other);
        return self();
    }

    final void leaveOut() {
        value = null;
        present = false;
        leftOut = true;
    }

    /** Returns whether the next step is taken. */
    final boolean runs() {
        return !ended && !leftOut;
    }

    final void end() {
        ended = true;
    }

    final boolean isEnded() {
        return ended;
    }

    final boolean isLeftOut() {
        return leftOut;
    }

    final boolean isAbsent() {
        return !present;
    }

    final boolean isCompat() {
        return check.options().compat();
    }

    final Object value() {
        return value;
    }

    /** Takes the value out of what was told already. */
    final void hide() {
        errors = new ArrayList<>(errors.stream().map(Violation::withoutValue).toList());
    }

    /** Returns the name as it was asked for. */
    public final String name() {
        return name;
    }

    /** Returns whether anything refused the value, or one of its elements. */
    final boolean isRefused() {
        return refusals > 0;
    }

    /** Returns what was refused so far, as far as it is told; of a field with a wildcard, of all its elements. */
    final List<Violation> errors() {
        if (elements == null) {
            return errors;
        }
        return elements.stream().flatMap(element -> element.errors().stream()).toList();
    }

    static String tipped(String tip) {
        return Objects.requireNonNull(tip, "tip");
    }
}
