package dev.tenon.fallback;

/**
 * What of a request decides.
 *
 * @param method in the letter case of the wire
 * @param path decoded, below the context path, without path parameters; begins with a slash
 * @param accept the {@code Accept} header; null when absent
 * @param fetchMode the {@code Sec-Fetch-Mode} header; null when the browser is old or it is no browser
 * @param upgrade whether it opens a WebSocket; an offer of {@code h2c}, which HTTP clients make with any request, is none
 * @param mapped whether a servlet of the application answers this path, not the default one that serves files
 */
record Navigation(String method, String path, String accept, String fetchMode, boolean upgrade, boolean mapped) {}
