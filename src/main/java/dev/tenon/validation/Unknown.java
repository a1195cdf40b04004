package dev.tenon.validation;

/** What a {@link Check} does with what the body has and nobody asked for. */
public enum Unknown {
    /** Leaves it out: {@link Check#vals()} holds only what was asked for. */
    STRIP,

    /** Refuses it, each name with an error of the code {@code unknown}; in the query string, too, where anything of it was asked for. */
    REFUSE,

    /** Adds the rest of the body to {@link Check#vals()} as it came. */
    ALLOW
}
