package dev.tenon.boot;

import dev.tenon.TenonConfigurer;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;

/** The one entry of the container into the jar (Jakarta Servlet 6.0, section 8.2.4). */
@HandlesTypes({
    TenonConfigurer.class,
    HttpSessionListener.class,
    HttpSessionAttributeListener.class,
    HttpSessionIdListener.class
})
public final class TenonInitializer implements ServletContainerInitializer {
    /** Starts Tenon in the application, unless it was started there already. */
    @Override
    public void onStartup(Set<Class<?>> found, ServletContext context) throws ServletException {
        if (context.getAttribute(Start.class.getName()) == null) {
            context.setAttribute(Start.class.getName(), true);
            Start.in(context, Configurers.instantiate(found), () -> DeclaredListeners.create(context, found));
        }
    }
}
