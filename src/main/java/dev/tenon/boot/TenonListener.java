package dev.tenon.boot;

import dev.tenon.kernel.web.Feature;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;

/** Ends what {@link Start} began, and gives features the moment at which servers have a WebSocket container. */
final class TenonListener implements ServletContextListener {
    private final Application app;
    private final List<Feature> features;

    TenonListener(Application app, List<Feature> features) {
        this.app = app;
        this.features = features;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            features.forEach(feature -> feature.contextInitialized(app));
        } catch (RuntimeException | Error e) {
            app.close(); // Jetty tells the end only to listeners that began
            throw e;
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        app.close();
    }
}
