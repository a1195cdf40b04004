package dev.tenon.fallback;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the fallback with the application. Not for applications to call. */
public final class FallbackFeature implements Feature {
    private static final Setting<Boolean> ENABLED = Setting.flag("tenon.fallback.enabled", false);
    private static final Setting<String> INDEX = Setting.of(
            "tenon.fallback.index", null, "the path of a page in the application, such as /index.html", Paths::page);
    private static final Setting<List<String>> EXCLUDE =
            Setting.list("tenon.fallback.exclude", List.of(), "paths that begin with a slash", Paths::absolute);

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
        return List.of(ENABLED, INDEX, EXCLUDE);
    }

    @Override
    public void start(WebApp app) {
        Settings settings = app.settings();
        boolean named = configurer.isPresent() || settings.anyBelow("tenon.fallback.");
        if (settings.find(ENABLED).orElse(named)) {
            FallbackOptions options = options(settings);
            checkPage(app.servletContext(), settings, options);
            app.addFilter(new HistoryFallbackFilter(options));
        }
    }

    private FallbackOptions options(Settings settings) {
        FallbackOptions.Builder builder = FallbackOptions.builder();
        settings.find(INDEX).ifPresent(builder::index);
        settings.find(EXCLUDE).ifPresent(paths -> builder.exclude(paths.toArray(String[]::new)));
        configurer.ifPresent(change -> change.accept(builder));
        return builder.build();
    }

    /** A page that a servlet makes cannot be checked; a file can. */
    private static void checkPage(ServletContext context, Settings settings, FallbackOptions options) {
        String index = options.index();
        if (index.endsWith(".html") && !exists(context, index)) {
            throw new SettingException(
                    INDEX.key(),
                    index,
                    settings.origin(INDEX),
                    "the path of a page in the application; there is no such file");
        }
    }

    private static boolean exists(ServletContext context, String path) {
        try {
            return context.getResource(path) != null;
        } catch (MalformedURLException e) {
            return false;
        }
    }
}
