package dev.tenon.realtime;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.web.EngineWeb;
import dev.tenon.realtime.web.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the feature with the application. Not for applications to call. */
public final class RealtimeFeature implements Feature {
    private final Optional<Consumer<RealtimeOptions.Builder>> configurer;
    private Optional<EngineWeb> engine = Optional.empty();

    /** Sets what the application's configurer does to the options; empty when it does not name the feature. */
    public RealtimeFeature(Optional<Consumer<RealtimeOptions.Builder>> configurer) {
        this.configurer = configurer;
    }

    @Override
    public String name() {
        return "realtime";
    }

    @Override
    public List<Setting<?>> settings() {
        return RealtimeSettings.ALL;
    }

    @Override
    public void start(WebApp app) {
        Settings settings = app.settings();
        boolean named = configurer.isPresent() || settings.anyBelow("tenon.realtime.");
        if (settings.find(RealtimeSettings.ENABLED).orElse(named)) {
            RealtimeOptions.Builder builder = RealtimeSettings.builder(settings);
            configurer.ifPresent(change -> change.accept(builder));
            engine = Optional.of(start(app, builder.build()));
        }
    }

    @Override
    public void contextInitialized(WebApp app) {
        engine.ifPresent(EngineWeb::contextInitialized);
    }

    private static EngineWeb start(WebApp app, RealtimeOptions options) {
        Workers workers = new Workers("tenon-realtime", app.servletContext());
        app.onStop(workers);
        RealtimeServer server = new RealtimeServer(options, app.timer(), workers, app.sessions());
        if (options.disconnectOnSessionEnd()) {
            app.onStop(app.sessions().onEnd(server::sessionEnded));
        }
        app.publish(Realtime.class, server);
        new RealtimeMeters(server).addTo(app.meters());
        app.onStop(server);
        return EngineWeb.start(app, options.engine(), options.web(), server);
    }
}
