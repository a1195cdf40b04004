package dev.tenon.fallback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The target of a request below the context path as Node's {@code url.parse} takes it apart: not decoded, path parameters included.
 *
 * @param href the whole target
 * @param pathname what comes before the query; null where Node finds none
 * @param search the query with its question mark; null when absent
 */
public record ParsedUrl(String href, String pathname, String search) {
    /** Two slashes and an at sign are a host for Node, without being asked for one. */
    private static final Pattern HOST = Pattern.compile("^//[^@/]+@[^@/]+");

    private static final Pattern AFTER_HOST = Pattern.compile("^//[^/?#]*@[^/?#@ \"%';<>\\\\^`{|}]*");

    /** Returns the query without its question mark; null when absent. */
    public String query() {
        return search == null ? null : search.substring(1);
    }

    static ParsedUrl of(String href) {
        int question = href.indexOf('?');
        String path = (question < 0 ? href : href.substring(0, question)).replace('\\', '/');
        String search = question < 0 ? null : href.substring(question);
        boolean plain = href.indexOf('@') < 0 && !path.startsWith("///");
        return new ParsedUrl(
                href, plain ? path : slowly(path, HOST.matcher(href).find()), search);
    }

    /** What does not fit Node's simple pattern loses its host and has its apostrophes encoded. */
    private static String slowly(String path, boolean hasHost) {
        Matcher host = AFTER_HOST.matcher(path);
        String rest = hasHost && host.find() ? path.substring(host.end()) : path;
        return rest.isEmpty() ? null : rest.replace("'", "%27");
    }
}
