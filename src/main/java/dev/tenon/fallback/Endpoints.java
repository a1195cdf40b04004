package dev.tenon.fallback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths of the application that the container does not map to a servlet, or not everywhere: WebSocket endpoints, and Jakarta REST on TomEE.
 * No API tells them, and an initializer that asked for classes with these annotations would keep servers without the API from starting; so
 * the classes of the application are searched for the names.
 */
final class Endpoints {
    private static final List<String> ANNOTATIONS =
            List.of("jakarta/websocket/server/ServerEndpoint", "jakarta/ws/rs/ApplicationPath");

    private static final String CLASSES = "/WEB-INF/classes/";

    private final List<Pattern> paths;

    private Endpoints(List<Pattern> paths) {
        this.paths = paths;
    }

    static Endpoints of(ServletContext context) {
        return new Endpoints(files(context, CLASSES)
                .filter(file -> file.endsWith(".class") && names(context, file))
                .flatMap(file -> load(context, file).stream())
                .flatMap(Endpoints::paths)
                .toList());
    }

    private static Stream<String> files(ServletContext context, String folder) {
        Collection<String> files =
                Optional.ofNullable(context.getResourcePaths(folder)).orElse(Set.of());
        return files.stream().flatMap(file -> file.endsWith("/") ? files(context, file) : Stream.of(file));
    }

    /** An annotation is named in the constants of a class file. */
    private static boolean names(ServletContext context, String file) {
        try (InputStream in = context.getResourceAsStream(file)) {
            String constants = new String(in.readAllBytes(), ISO_8859_1);
            return ANNOTATIONS.stream().anyMatch(constants::contains);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Class<?>> load(ServletContext context, String file) {
        String name = file.substring(CLASSES.length(), file.length() - ".class".length())
                .replace('/', '.');
        try {
            return Optional.of(Class.forName(name, false, context.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // the container could not use it either
        }
    }

    private static Stream<Pattern> paths(Class<?> type) {
        return Stream.of(type.getAnnotations())
                .filter(annotation -> ANNOTATIONS.contains(
                        annotation.annotationType().getName().replace('.', '/')))
                .map(Endpoints::value)
                .filter(path -> !path.isEmpty())
                .map(Endpoints::pattern);
    }

    /** Returns the path without slashes around it. */
    private static String value(Annotation annotation) {
        try {
            return annotation
                    .annotationType()
                    .getMethod("value")
                    .invoke(annotation)
                    .toString()
                    .replaceAll("^/+|/+\\*?$", "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(annotation + " has no path", e);
        }
    }

    /** A part in braces is any segment; what an application maps below its path is its own. */
    private static Pattern pattern(String path) {
        return Pattern.compile("/" + Pattern.quote(path).replaceAll("\\{[^/}]*}", "\\\\E[^/]+\\\\Q") + "(?:/.*)?");
    }

    boolean answer(String path) {
        for (Pattern taken : paths) {
            if (taken.matcher(path).matches()) {
                return true;
            }
        }
        return false;
    }
}
