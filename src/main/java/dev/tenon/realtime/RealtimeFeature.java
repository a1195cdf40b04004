package dev.tenon.realtime;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.web.EngineWeb;
import dev.tenon.realtime.web.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Starts the feature with the application. Not for applications to call. */
public final class RealtimeFeature implements Feature {
    private final Optional<Consumer<RealtimeOptions.Builder>> configurer;
    private final List<Setting<?>> moreSettings;
    private final Function<WebApp, Optional<AdapterFactory>> cluster;
    private final Instrument.Maker instrument;
    private Optional<EngineWeb> engine = Optional.empty();

    /**
     * Sets what the application says.
     *
     * @param configurer what its configurer does to the options; empty when it does not name the feature
     * @param moreSettings the keys by which it becomes one server of many, and is watched
     * @param cluster makes what these keys describe; empty when none is set
     * @param instrument makes what watches it
     */
    public RealtimeFeature(
            Optional<Consumer<RealtimeOptions.Builder>> configurer,
            List<Setting<?>> moreSettings,
            Function<WebApp, Optional<AdapterFactory>> cluster,
            Instrument.Maker instrument) {
        this.configurer = configurer;
        this.moreSettings = moreSettings;
        this.cluster = cluster;
        this.instrument = instrument;
    }

    @Override
    public String name() {
        return "realtime";
    }

    @Override
    public List<Setting<?>> settings() {
        return Stream.concat(RealtimeSettings.ALL.stream(), moreSettings.stream())
                .toList();
    }

    @Override
    public void start(WebApp app) {
        Settings settings = app.settings();
        boolean named = configurer.isPresent() || settings.anyBelow("tenon.realtime.");
        if (settings.find(RealtimeSettings.ENABLED).orElse(named)) {
            RealtimeOptions.Builder builder = RealtimeSettings.builder(settings);
            cluster.apply(app).ifPresent(builder::adapter);
            configurer.ifPresent(change -> change.accept(builder));
            engine = Optional.of(start(app, builder.build()));
        }
    }

    @Override
    public void contextInitialized(WebApp app) {
        engine.ifPresent(EngineWeb::contextInitialized);
    }

    private EngineWeb start(WebApp app, RealtimeOptions options) {
        Workers workers = new Workers("tenon-realtime", app.servletContext());
        app.onStop(workers);
        RealtimeServer server = new RealtimeServer(options, app.timer(), workers, app.sessions());
        if (options.disconnectOnSessionEnd()) {
            app.onStop(app.sessions().onEnd(server::sessionEnded));
        }
        app.publish(Realtime.class, server);
        server.countIn(app.meters());
        app.onStop(server);
        Instrument watcher =
                instrument.make(app, server, options.adapter().isPresent()).orElse(Instrument.NONE);
        server.watchedBy(watcher);
        return EngineWeb.start(app, options.engine(), options.web(), watcher.watch(server));
    }
}
