package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** A request that is nothing but what decides. */
record Ask(
        String method,
        String url,
        String path,
        String accept,
        String fetchMode,
        String fetchDest,
        boolean upgrade,
        boolean taken,
        boolean file)
        implements Navigation {
    static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";

    /** A browser's navigation. */
    static Ask get(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        return new Ask("GET", url, decoded(path), BROWSER, null, null, false, false, false);
    }

    /** As containers do it. */
    private static String decoded(String path) {
        return path.matches("[\\w/.%-]*") && !path.startsWith("//")
                ? URI.create(path).getPath()
                : path;
    }

    Ask method(String to) {
        return new Ask(to, url, path, accept, fetchMode, fetchDest, upgrade, taken, file);
    }

    Ask accept(String to) {
        return new Ask(method, url, path, to, fetchMode, fetchDest, upgrade, taken, file);
    }

    Ask fetch(String mode, String dest) {
        return new Ask(method, url, path, accept, mode, dest, upgrade, taken, file);
    }

    Ask upgrading() {
        return new Ask(method, url, path, accept, fetchMode, fetchDest, true, taken, file);
    }

    Ask whereTaken() {
        return new Ask(method, url, path, accept, fetchMode, fetchDest, upgrade, true, file);
    }

    Ask whereFile() {
        return new Ask(method, url, path, accept, fetchMode, fetchDest, upgrade, taken, true);
    }

    @Override
    public HttpServletRequest request() {
        return null;
    }
}
