package dev.tenon.validation;

/** When a {@link Check} stops looking for more errors. */
public enum Stop {
    /** At the end: every step that can judge its value adds its error. */
    NEVER,

    /** At the first error of each field. */
    FIELD,

    /** At the first error of all, as koa-bouncer does: the step throws it. */
    REQUEST
}
