package dev.tenon.validation;

import jakarta.servlet.ServletContext;

/**
 * What holds where there is no request to ask, as in the handler of a socket's event: what the application started with. Of several applications
 * that share one copy of the jar the last one counts.
 */
final class Current {
    private static volatile Current current = new Current(ValidationOptions.DEFAULT, BeanRules.NONE);

    private final ValidationOptions options;
    private final BeanRules rules;

    private Current(ValidationOptions options, BeanRules rules) {
        this.options = options;
        this.rules = rules;
    }

    static ValidationOptions options() {
        return current.options;
    }

    static BeanRules rules() {
        return current.rules;
    }

    /** Returns the rules of the application that a request is for. */
    static BeanRules rules(ServletContext context) {
        Object published = context == null ? null : context.getAttribute(BeanRules.class.getName());
        return published == null ? rules() : (BeanRules) published;
    }

    /** Sets both until the result is closed. */
    static AutoCloseable use(ValidationOptions options, BeanRules rules) {
        Current mine = new Current(options, rules);
        current = mine;
        return () -> {
            if (current == mine) {
                current = new Current(ValidationOptions.DEFAULT, BeanRules.NONE);
            }
        };
    }
}
