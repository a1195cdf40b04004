package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Finds the page to which a browser goes back: a path on this server, never another address. */
final class FormPage {
    private FormPage() {}

    /** Returns path and query, with the application's own path; empty where none can be trusted. */
    static Optional<String> of(HttpServletRequest request) {
        Object chosen = request.getAttribute(SendBack.PAGE);
        Optional<String> path = chosen == null ? referer(request) : Optional.of(request.getContextPath() + chosen);
        return path.filter(FormPage::isLocal);
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
