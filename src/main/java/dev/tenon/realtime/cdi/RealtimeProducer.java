package dev.tenon.realtime.cdi;

import dev.tenon.realtime.Realtime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;

/** Makes the Socket.IO server of the application a bean. */
@ApplicationScoped
public class RealtimeProducer {
    /**
     * Returns the server; its proxy may be injected where realtime is off, but not used.
     *
     * @param contexts asked only when the server is used: a container outside a web application has no context, and must start nevertheless
     * @throws IllegalStateException if realtime is off
     */
    @Produces
    @ApplicationScoped
    public Realtime realtime(Instance<ServletContext> contexts) {
        ServletContext context = contexts.get();
        Object server = context.getAttribute(Realtime.class.getName());
        if (server == null) {
            throw new IllegalStateException("realtime is off in " + context.getContextPath()
                    + "/: set one of the keys tenon.realtime.*, or name it in a TenonConfigurer");
        }
        return (Realtime) server;
    }
}
