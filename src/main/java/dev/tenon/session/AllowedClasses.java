package dev.tenon.session;

import jakarta.servlet.ServletContext;
import java.io.Serializable;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Knows which classes may stand in a session: value types and collections of the JDK, the application's own classes under
 * {@code WEB-INF/classes}, and those that a pattern names. Libraries are not among them by themselves: their classes are what attacks by
 * deserialization are made of. Thread-safe.
 */
final class AllowedClasses implements Predicate<Class<?>> {
    private static final Set<String> PACKAGES = Set.of(
            "java.io", // File, and the exceptions that a stream writes when it fails
            "java.lang",
            "java.math",
            "java.time",
            "java.time.chrono",
            "java.time.zone",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks"); // part of the serialized form of ConcurrentHashMap

    private static final Set<String> CLASSES = Set.of(
            "java.net.URI", "java.sql.Date", "java.sql.Time", "java.sql.Timestamp", "dev.tenon.session.cdi.StoredBean");

    private final ServletContext context;
    private final List<String> patterns;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /**
     * Sets what is allowed beyond the JDK.
     *
     * @param patterns full names of classes, or packages ending in {@code .*}, which stand for those below them, too
     */
    AllowedClasses(ServletContext context, List<String> patterns) {
        this.context = context;
        this.patterns = patterns;
    }

    static String pattern(String text) {
        if (!text.matches("[\\w$]+(\\.[\\w$]+)*(\\.\\*)?")) {
            throw new IllegalArgumentException(
                    "allow: '" + text + "' is neither a class such as com.acme.Cart nor a package such as com.acme.*");
        }
        return text;
    }

    @Override
    public boolean test(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isSynthetic()
                && Serializable.class.isAssignableFrom(
                        element.getSuperclass())) { // made by a container around an intercepted bean; what it adds is
            // not stored
            element = element.getSuperclass();
        }
        return element.isPrimitive() || isAllowed(element.getPackageName(), element.getName());
    }

    private boolean isAllowed(String inPackage, String name) {
        return PACKAGES.contains(inPackage)
                || CLASSES.contains(name)
                || patterns.stream().anyMatch(pattern -> matches(pattern, name))
                || known.computeIfAbsent(name, this::isOfTheApplication);
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith(".*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    private boolean isOfTheApplication(String name) {
        try {
            return context.getResource("/WEB-INF/classes/" + name.replace('.', '/') + ".class") != null;
        } catch (MalformedURLException e) {
            return false;
        }
    }
}
