package dev.tenon.fallback;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who answers where: the servlets of the application, Jakarta REST and Tenon's own among them, as the container mapped them. */
final class Servlets {
    /** The name of the servlet that serves files, on every server that has one. */
    private static final String DEFAULT = "default";

    private final Set<String> roots;
    private final Set<String> patterns;

    private Servlets(Set<String> roots, Set<String> patterns) {
        this.roots = roots;
        this.patterns = patterns;
    }

    static Servlets of(ServletContext context) {
        Map<String, ? extends ServletRegistration> all = context.getServletRegistrations();
        return new Servlets(
                all.values().stream()
                        .filter(servlet -> !servlet.getName().equals(DEFAULT))
                        .filter(servlet -> servlet.getMappings().contains("/")
                                || servlet.getMappings().contains(""))
                        .map(ServletRegistration::getName)
                        .collect(Collectors.toUnmodifiableSet()),
                all.values().stream()
                        .filter(servlet -> !servlet.getName().equals(DEFAULT))
                        .flatMap(servlet -> servlet.getMappings().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns whether a servlet other than the default one answers the request. */
    boolean answer(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        MappingMatch match = mapping.getMappingMatch();
        boolean serves = match == null || match == MappingMatch.DEFAULT || match == MappingMatch.CONTEXT_ROOT;
        return !serves || (!roots.isEmpty() && roots.contains(mapping.getServletName()));
    }

    /** Returns whether a servlet other than the default one would answer this page (Jakarta Servlet 6.0, section 12.1). */
    boolean answer(String page) {
        return patterns.contains("/") || patterns.stream().anyMatch(pattern -> matches(pattern, page));
    }

    private static boolean matches(String pattern, String page) {
        if (pattern.endsWith("/*")) {
            return Paths.isWithin(page, pattern.substring(0, pattern.length() - 1));
        }
        return pattern.startsWith("*.") ? page.endsWith(pattern.substring(1)) : pattern.equals(page);
    }
}
