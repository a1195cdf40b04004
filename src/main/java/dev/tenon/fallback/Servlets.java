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

    /** Open Liberty 26.0.0.3 maps each file that it has once sent itself exactly, to one of these; a JSP it maps to a servlet named by its path. */
    private static final Set<String> FILES_OF_LIBERTY =
            Set.of("Entry wrapper", "File wrapper", "Static File wrapper", "Zip File wrapper");

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
        return serves ? isRoot(mapping.getServletName()) : !isFileOfLiberty(match, mapping.getServletName());
    }

    private boolean isRoot(String servlet) {
        return servlet != null && roots.contains(servlet);
    }

    private static boolean isFileOfLiberty(MappingMatch match, String servlet) {
        return match == MappingMatch.EXACT && servlet != null && FILES_OF_LIBERTY.contains(servlet);
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
