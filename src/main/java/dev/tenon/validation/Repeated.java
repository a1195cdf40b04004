package dev.tenon.validation;

/** What a name means that a query string or form has several times. */
public enum Repeated {
    /** A list of all its texts. */
    LIST,

    /** The first text. */
    FIRST,

    /** The last text. */
    LAST,

    /** An error of the code {@code duplicate}. */
    REFUSE
}
