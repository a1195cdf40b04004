package dev.tenon.fallback;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Set;

/**
 * Gives a browser that follows or reloads a deep link the page of the single-page application, as connect-history-api-fallback does; what is a
 * file, a servlet or a missing asset stays what it is. Tenon adds it when {@code tenon.fallback.*} is set; an application may also map it
 * itself. Thread-safe.
 */
public final class HistoryFallbackFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The match of the servlet that serves files, and of the bare context root, which has its welcome file. */
    private static final Set<MappingMatch> FILES = Set.of(MappingMatch.DEFAULT, MappingMatch.CONTEXT_ROOT);

    private final transient FallbackRules rules;
    private final String index;

    /** Sets the options. */
    public HistoryFallbackFilter(FallbackOptions options) {
        rules = new FallbackRules(options);
        index = options.index();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && rules.isRoute(navigation(request))
                && !isFile(request)) {
            // Each answer is asked for again, so that no browser keeps a page whose assets are gone after a deployment.
            response.setHeader("Cache-Control", "no-cache");
            request.getRequestDispatcher(index).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Navigation navigation(HttpServletRequest request) {
        return new Navigation(
                request.getMethod(),
                path(request),
                request.getHeader("Accept"),
                request.getHeader("Sec-Fetch-Mode"),
                "websocket".equalsIgnoreCase(request.getHeader("Upgrade")),
                isMapped(request));
    }

    /** The servlet path, not the URI: it is decoded, and free of {@code ;jsessionid=a.node1}, whose dot is none of the route's. */
    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }

    private static boolean isMapped(HttpServletRequest request) {
        MappingMatch match = request.getHttpServletMapping().getMappingMatch();
        return match != null && !FILES.contains(match);
    }

    private static boolean isFile(HttpServletRequest request) throws IOException {
        String path = path(request);
        return path.isEmpty() || request.getServletContext().getResource(path) != null;
    }
}
