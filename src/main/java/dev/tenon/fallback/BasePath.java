package dev.tenon.fallback;

/** What becomes of the {@code <base href>} of a page (HTML, section 4.2.3). */
public enum BasePath {
    /** One that the page has gets the context path in front, or becomes the folder of the page where it is {@code ./}; none is added. */
    AUTO,

    /** As {@link #AUTO}, and a page without one gets the folder of the page. */
    ADD,

    /** The page is sent as it is. */
    KEEP
}
