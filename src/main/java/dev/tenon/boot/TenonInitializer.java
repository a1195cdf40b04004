package dev.tenon.boot;

import dev.tenon.TenonConfigurer;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;

/** The one entry of the container into the jar (Jakarta Servlet 6.0, section 8.2.4). */
@HandlesTypes(TenonConfigurer.class)
public final class TenonInitializer implements ServletContainerInitializer {
    /** Starts Tenon in the application, unless it was started there already. */
    @Override
    public void onStartup(Set<Class<?>> configurers, ServletContext context) throws ServletException {
        if (context.getAttribute(Start.class.getName()) == null) {
            context.setAttribute(Start.class.getName(), true);
            Start.in(context, Configurers.instantiate(configurers));
        }
    }
}
