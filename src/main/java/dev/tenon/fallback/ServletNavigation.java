package dev.tenon.fallback;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;

/** A request of a container. What decides is read when it is asked for: most requests are decided early. */
final class ServletNavigation implements Navigation {
    private final HttpServletRequest request;
    private final Servlets servlets;
    private final Endpoints endpoints;
    private final WelcomeFiles welcome;
    private String path;

    ServletNavigation(HttpServletRequest request, Servlets servlets, Endpoints endpoints, WelcomeFiles welcome) {
        this.request = request;
        this.servlets = servlets;
        this.endpoints = endpoints;
        this.welcome = welcome;
    }

    /** The servlet path, not the URI: it is decoded, and free of {@code ;jsessionid=a.node1}, whose dot is none of the route's. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = info == null ? request.getServletPath() : request.getServletPath() + info;
        return path.isEmpty() ? "/" : path;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String url() {
        String uri = request.getRequestURI();
        int context = request.getContextPath().length();
        String below = context < uri.length() ? uri.substring(context) : "/";
        return request.getQueryString() == null ? below : below + "?" + request.getQueryString();
    }

    @Override
    public String path() {
        if (path == null) {
            path = path(request);
        }
        return path;
    }

    @Override
    public String accept() {
        Enumeration<String> lines = request.getHeaders("Accept");
        if (lines == null || !lines.hasMoreElements()) {
            return null;
        }
        String first = lines.nextElement();
        return lines.hasMoreElements() ? first + ", " + String.join(", ", Collections.list(lines)) : first;
    }

    @Override
    public String fetchMode() {
        return request.getHeader("Sec-Fetch-Mode");
    }

    @Override
    public String fetchDest() {
        return request.getHeader("Sec-Fetch-Dest");
    }

    @Override
    public boolean upgrade() {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    @Override
    public boolean taken() {
        return isInServletFolder() || servlets.answer(request) || endpoints.answer(path());
    }

    /**
     * Only a servlet that is mapped to a folder has a path behind its own: the answer for most requests, and it costs nothing. Open Liberty
     * 26.0.0.3 shows what nobody is mapped to as a path behind an empty one.
     */
    private boolean isInServletFolder() {
        return request.getPathInfo() != null && !request.getServletPath().isEmpty();
    }

    @Override
    public boolean file() {
        try {
            ServletContext context = request.getServletContext();
            return StaticFile.resource(context, path()) != null
                    && (Paths.isAsset(path)
                            || !isFolder(context)
                            || welcome.find(path).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Open Liberty 26.0.0.3 finds a file also where a slash follows its name. */
    private boolean isFolder(ServletContext context) {
        return path.endsWith("/") || StaticFile.isFolder(context, path);
    }

    @Override
    public HttpServletRequest request() {
        return request;
    }
}
