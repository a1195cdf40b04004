package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the page to which a browser goes back: a path on this server, never another address. */
final class FormPage {
    /** The attribute with the application's choice. */
    static final String CHOSEN = "dev.tenon.validation.page";

    /** A dot at the beginning of a segment, or what could be one or a separator when it is decoded: Undertow 2.3 leaves {@code ..} in a path. */
    private static final Pattern DEVIOUS = Pattern.compile("/\\.|%(?:2e|2f|5c)", Pattern.CASE_INSENSITIVE);

    private FormPage() {}

    /** Returns path and query, with the application's own path; empty where none can be trusted. */
    static Optional<String> of(HttpServletRequest request) {
        Object chosen = request.getAttribute(CHOSEN);
        Optional<String> path = chosen == null ? referer(request) : Optional.of(request.getContextPath() + chosen);
        return path.filter(FormPage::isLocal);
    }

    /**
     * Returns whether the page may be shown in answer to the form: it is the application's choice, or the address that the form was sent to. A
     * forward passes neither constraints nor filters, and reaches {@code WEB-INF}, so a client that names another page must ask for it.
     */
    static boolean isOwn(HttpServletRequest request, String page) {
        int query = page.indexOf('?');
        String path = query < 0 ? page : page.substring(0, query);
        return request.getAttribute(CHOSEN) != null
                || (path.equals(request.getRequestURI())
                        && !DEVIOUS.matcher(path).find());
    }

    private static Optional<String> referer(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null || isForeign(request)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(referer);
            boolean here =
                    uri.getRawAuthority() != null && uri.getRawAuthority().equalsIgnoreCase(request.getHeader("Host"));
            boolean told = "same-origin".equals(request.getHeader("Sec-Fetch-Site")); // where a proxy changed the Host
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return here || told ? Optional.of(uri.getRawPath() + query) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the browser says that the form stood on a page of somebody else (W3C Fetch Metadata, section 2.4). */
    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin");
    }

    /** Browsers read {@code //host} and {@code /\host} as another server. */
    private static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
