package dev.tenon.validation.sanitize;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the annotations of one component, property or parameter do to its value. Immutable. Not for applications to call. */
public final class Sanitizer {
    /** Does nothing. */
    public static final Sanitizer NONE = new Sanitizer(List.of(), null);

    private final List<Step> steps;
    private final DefaultValue defaultValue;

    private Sanitizer(List<Step> steps, DefaultValue defaultValue) {
        this.steps = steps;
        this.defaultValue = defaultValue;
    }

    /** Returns what these elements ask for together, such as a component of a record and its field. */
    public static Sanitizer of(AnnotatedElement... elements) {
        Set<Annotation> found = new HashSet<>();
        for (AnnotatedElement element : elements) {
            collect(element, found);
        }
        DefaultValue defaultValue = null;
        List<Step> steps = new ArrayList<>();
        for (Annotation annotation : found) {
            Step step = Step.of(annotation);
            if (step != null) {
                steps.add(step);
            } else if (annotation instanceof DefaultValue value) {
                defaultValue = value;
            }
        }
        steps.sort(Comparator.comparingInt(Step::order));
        return steps.isEmpty() && defaultValue == null ? NONE : new Sanitizer(List.copyOf(steps), defaultValue);
    }

    /** Adds the annotations and those that they carry, each once: an annotation may carry itself. */
    private static void collect(AnnotatedElement element, Set<Annotation> found) {
        for (Annotation annotation : element.getAnnotations()) {
            boolean ofJava = annotation.annotationType().getName().startsWith("java.");
            if (!ofJava && found.add(annotation)) {
                collect(annotation.annotationType(), found);
            }
        }
    }

    /**
     * Returns the value after all steps, and the default where none is left.
     *
     * @param value may be null
     * @param type what the value must be; the default is read as it
     */
    public Object apply(Object value, Class<?> type) {
        Object cleaned = clean(value);
        return cleaned == null && defaultValue != null ? DefaultText.read(defaultValue.value(), type) : cleaned;
    }

    /** Returns the value after all steps but the default; the elements of a list one by one, in another list, which can be changed. */
    public Object clean(Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        return value instanceof List<?> items ? cleanAll(items) : cleanOne(value);
    }

    /** Returns whether a default stands for null. */
    public boolean hasDefault() {
        return defaultValue != null;
    }

    /** Returns the default as it is written; empty where none is. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultValue).map(DefaultValue::value);
    }

    private Object cleanAll(List<?> items) {
        List<Object> all = new ArrayList<>(items.size());
        boolean changed = false;
        for (Object item : items) {
            Object cleaned = clean(item);
            changed |= cleaned != item;
            all.add(cleaned);
        }
        return changed ? all : items;
    }

    private Object cleanOne(Object value) {
        Object cleaned = value;
        for (Step step : steps) {
            cleaned = step.action().apply(cleaned);
        }
        return cleaned;
    }
}
