package dev.tenon.realtime.cdi;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.Realtime;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Gives the {@link OnEvent} methods of the application's beans to its Socket.IO server. Not for applications to call. */
public final class EventMethodsFeature implements Feature {
    private static final Logger LOG = System.getLogger(EventMethodsFeature.class.getName());

    @Override
    public String name() {
        return "realtime";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public void start(WebApp app) {
        // beans are there no sooner than when the context is initialized
    }

    @Override
    public void contextInitialized(WebApp app) {
        app.beans()
                .find(EventMethods.class)
                .filter(methods -> !methods.isEmpty())
                .ifPresent(methods -> add(app, methods));
    }

    private static void add(WebApp app, EventMethods methods) {
        Realtime io = (Realtime) app.servletContext().getAttribute(Realtime.class.getName());
        if (io == null) {
            LOG.log(
                    Level.WARNING,
                    "TENON-R08 There are @OnEvent methods in {0}/, but realtime is off: set tenon.realtime.enabled",
                    app.servletContext().getContextPath());
            return;
        }
        app.onStop(methods.addTo(io));
    }
}
