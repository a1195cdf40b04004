package dev.tenon.fallback;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the fallback with the application. Not for applications to call. */
public final class FallbackFeature implements Feature {
    private final Optional<Consumer<FallbackOptions.Builder>> configurer;

    /** Sets what the application's configurer does to the options; empty when it does not name the feature. */
    public FallbackFeature(Optional<Consumer<FallbackOptions.Builder>> configurer) {
        this.configurer = configurer;
    }

    @Override
    public String name() {
        return "fallback";
    }

    @Override
    public List<Setting<?>> settings() {
        return FallbackSettings.ALL;
    }

    @Override
    public void start(WebApp app) {
        Settings settings = app.settings();
        boolean named = configurer.isPresent() || settings.anyBelow("tenon.fallback.");
        if (settings.find(FallbackSettings.ENABLED).orElse(named)) {
            FallbackOptions.Builder builder = FallbackSettings.builder(settings);
            configurer.ifPresent(change -> change.accept(builder));
            FallbackOptions options = builder.build();
            options.pages().forEach(page -> checkPage(app.servletContext(), settings, page, options.index()));
            app.addLastFilter(HistoryFallbackFilter.class.getName(), new HistoryFallbackFilter(options));
        }
    }

    /** A page that a servlet makes cannot be checked; a file can. */
    private static void checkPage(ServletContext context, Settings settings, String page, String index) {
        Setting<?> setting = page.equals(index) ? FallbackSettings.INDEX : FallbackSettings.REWRITES;
        if (page.endsWith(".html") && !exists(context, page)) {
            throw new SettingException(
                    setting.key(),
                    page,
                    settings.origin(setting),
                    "the path of a page in the application; there is no such file");
        }
    }

    private static boolean exists(ServletContext context, String path) {
        try {
            return StaticFile.resource(context, path) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
