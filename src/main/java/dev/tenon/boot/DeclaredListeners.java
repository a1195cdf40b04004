package dev.tenon.boot;

import dev.tenon.kernel.web.WebXml;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EventListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The session listeners that the application declares: in {@code web.xml}, in the {@code web-fragment.xml} of its libraries, by annotation, in
 * this order (Jakarta Servlet 6.0, sections 8.2.2 and 11.3.3). No filter can reach the container's own instances, which hear of the container's
 * sessions alone, so these are made anew, by the container, with all that it injects.
 */
final class DeclaredListeners {
    private static final List<Class<?>> TYPES =
            List.of(HttpSessionListener.class, HttpSessionAttributeListener.class, HttpSessionIdListener.class);

    private final ServletContext context;
    private final Set<Class<?>> found;
    private final Set<String> names = new LinkedHashSet<>();

    private DeclaredListeners(ServletContext context, Set<Class<?>> found) {
        this.context = context;
        this.found = found;
    }

    /**
     * Returns an instance of each.
     *
     * @param found the types that the container found to be session listeners, declared or not; null when it found none
     * @throws IllegalStateException if one cannot be made
     */
    static List<EventListener> create(ServletContext context, Set<Class<?>> found) {
        DeclaredListeners declared = new DeclaredListeners(context, found == null ? Set.of() : found);
        try {
            declared.collect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return declared.instances();
    }

    private void collect() throws IOException {
        if (!add(WebXml.of(context))) {
            for (URL fragment : Collections.list(context.getClassLoader().getResources("META-INF/web-fragment.xml"))) {
                try (InputStream in = fragment.openStream()) {
                    add(WebXml.read(in));
                }
            }
            addAnnotated();
        }
    }

    /** Returns whether nothing else counts. */
    private boolean add(WebXml descriptor) {
        names.addAll(descriptor.listeners());
        return descriptor.isComplete();
    }

    /** The specification leaves their order open; this one is the same each time. */
    private void addAnnotated() {
        found.stream()
                .filter(type -> type.isAnnotationPresent(WebListener.class))
                .map(Class::getName)
                .sorted(Comparator.naturalOrder())
                .forEach(names::add);
    }

    private List<EventListener> instances() {
        List<EventListener> instances = new ArrayList<>();
        for (String name : names) {
            Class<?> type = type(name);
            if (TYPES.stream().anyMatch(kind -> kind.isAssignableFrom(type))) {
                instances.add(instance(type.asSubclass(EventListener.class)));
            }
        }
        return instances;
    }

    private Class<?> type(String name) {
        try {
            return Class.forName(name, false, context.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Tenon cannot start: there is no listener " + name, e);
        }
    }

    private EventListener instance(Class<? extends EventListener> type) {
        try {
            return context.createListener(type);
        } catch (ServletException e) {
            throw new IllegalStateException("Tenon cannot start: cannot make the listener " + type.getName(), e);
        }
    }
}
