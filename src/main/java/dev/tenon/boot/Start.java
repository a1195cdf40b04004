package dev.tenon.boot;

import dev.tenon.TenonConfigurer;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import jakarta.servlet.ServletContext;
import java.util.EventListener;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The start of Tenon in one application: settings, then the features in their written order, then the one filter and the one listener. */
final class Start {
    private Start() {}

    static void in(ServletContext context, TenonConfigurer configurer, Supplier<List<EventListener>> sessionListeners) {
        RecordedSetup setup = new RecordedSetup();
        configurer.configure(setup);
        List<Feature> features = Features.inOrder(setup, sessionListeners);
        Application app = new Application(context, settings(context, features));
        try {
            features.forEach(feature -> feature.start(app));
            app.registerFilter();
            context.addListener(new TenonListener(app, features));
        } catch (RuntimeException | Error e) {
            app.close();
            throw e;
        }
    }

    private static Settings settings(ServletContext context, List<Feature> features) {
        List<Setting<?>> known = Stream.concat(
                        Application.SETTINGS.stream(),
                        features.stream().flatMap(feature -> feature.settings().stream()))
                .toList();
        return Settings.resolve(known, SettingSources.of(context, known));
    }
}
