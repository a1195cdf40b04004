package dev.tenon.metrics;

import dev.tenon.kernel.Classes;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.metrics.micrometer.MicrometerMeters;
import dev.tenon.metrics.microprofile.MicroProfileMeters;
import java.util.List;

/** Shows the meters of the application wherever the server lets people look. Not for applications to call. */
public final class MetricsFeature implements Feature {
    private static final Setting<Boolean> ENABLED = Setting.flag("tenon.metrics.enabled", true);

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ENABLED);
    }

    @Override
    public void start(WebApp app) {}

    /** Beans, among them registries, may be there no sooner. */
    @Override
    public void contextInitialized(WebApp app) {
        if (app.settings().get(ENABLED)) {
            showInJmx(app);
            if (Classes.has("io.micrometer.core.instrument.MeterRegistry")) {
                showInMicrometer(app);
            }
            if (Classes.has("org.eclipse.microprofile.metrics.MetricRegistry")) {
                MicroProfileMeters.find(app.beans(), app.servletContext().getContextPath())
                        .ifPresent(meters -> showIn(meters, app));
            }
        }
    }

    private static void showInJmx(WebApp app) {
        JmxMeters jmx = new JmxMeters(app.servletContext().getContextPath());
        app.onStop(jmx);
        app.meters().listen(jmx::add);
    }

    private static void showInMicrometer(WebApp app) {
        MicrometerMeters meters =
                new MicrometerMeters(app.beans(), app.servletContext().getContextPath());
        app.onStop(meters);
        app.meters().listen(meters);
    }

    private static void showIn(MicroProfileMeters meters, WebApp app) {
        app.onStop(meters);
        app.meters().listen(meters);
    }
}
