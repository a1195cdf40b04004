package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

/**
 * The id as a path parameter (Jakarta Servlet 6.0, section 7.1.3), for an application that wants its sessions tracked so. It is added to URLs
 * of this application only.
 */
final class UrlTransport implements SessionTransport {
    private final String parameter;

    /** Sets the name of the cookie that there is not. */
    UrlTransport(String key) {
        this.parameter = ";" + URLEncoder.encode(key, UTF_8) + "=";
    }

    @Override
    public Optional<String> read(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int start = uri.indexOf(parameter);
        if (start < 0) {
            return ofContainer(request);
        }
        return Optional.of(uri.substring(start + parameter.length()).split("[;/]", 2)[0]);
    }

    /** Payara takes the parameter out of the URI, which Jakarta Servlet says to be as it was sent. */
    private static Optional<String> ofContainer(HttpServletRequest request) {
        return Optional.ofNullable(request.getRequestedSessionId()).filter(id -> request.isRequestedSessionIdFromURL());
    }

    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, String id, Optional<Duration> maxAge) {
        // The URLs that the application encodes tell it.
    }

    @Override
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        // The next URLs are without it.
    }

    @Override
    public Optional<SessionTrackingMode> mode() {
        return Optional.of(SessionTrackingMode.URL);
    }

    @Override
    public String encode(HttpServletRequest request, String url, String id) {
        if (!isOfThisApplication(request, url) || url.contains(parameter)) {
            return url;
        }
        int end = endOfPath(url);
        return url.substring(0, end) + parameter + id + url.substring(end);
    }

    private static int endOfPath(String url) {
        int query = url.indexOf('?');
        int fragment = url.indexOf('#');
        int end = query < 0 ? url.length() : query;
        return fragment < 0 ? end : Math.min(end, fragment);
    }

    /** What is but a fragment stays on the page; what cannot be read is nobody's. */
    private static boolean isOfThisApplication(HttpServletRequest request, String url) {
        if (url.isEmpty() || url.startsWith("#")) {
            return false;
        }
        try {
            URI base = new URI(request.getRequestURL().toString());
            URI target = base.resolve(new URI(url));
            String context = request.getContextPath();
            return base.getScheme().equalsIgnoreCase(target.getScheme())
                    && base.getRawAuthority().equalsIgnoreCase(target.getRawAuthority())
                    && (target.getRawPath() + "/").replace(';', '/').startsWith(context + "/");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
