package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;

/** What of a request decides. */
interface Navigation {
    /** Returns the method in the letter case of the wire. */
    String method();

    /** Returns the path below the context path with its query, as it came: not decoded, path parameters included. */
    String url();

    /** Returns the path below the context path, decoded and without path parameters; begins with a slash. */
    String path();

    /** Returns the {@code Accept} header, several joined; null when absent. */
    String accept();

    /** Returns the {@code Sec-Fetch-Mode} header; null when the browser is old or it is no browser. */
    String fetchMode();

    /** Returns the {@code Sec-Fetch-Dest} header; null as above. */
    String fetchDest();

    /** Returns whether it opens a WebSocket; an offer of {@code h2c}, which HTTP clients make with any request, is none. */
    boolean upgrade();

    /** Returns whether something of the application answers this path: a servlet, not the default one that serves files, or an endpoint. */
    boolean taken();

    /** Returns whether a file is there, or a folder with a page of its own. */
    boolean file();

    /** Returns the request itself, for functions of the application. */
    HttpServletRequest request();
}
