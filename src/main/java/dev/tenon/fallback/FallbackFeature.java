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
            FallbackOptions options = options(settings);
            options.pages().forEach(page -> checkPage(app.servletContext(), settings, page, options.index()));
            app.addLastFilter(HistoryFallbackFilter.class.getName(), new HistoryFallbackFilter(options));
        }
    }

    private FallbackOptions options(Settings settings) {
        FallbackOptions.Builder builder = FallbackSettings.builder(settings);
        checkExclusions(builder, settings);
        configurer.ifPresent(change -> change.accept(builder));
        return builder.build();
    }

    /** What they may be, the mode says, which is another key. */
    private static void checkExclusions(FallbackOptions.Builder builder, Settings settings) {
        try {
            builder.build();
        } catch (IllegalArgumentException e) {
            Setting<?> setting = settings.find(FallbackSettings.WHITE_LIST).isPresent()
                    ? FallbackSettings.WHITE_LIST
                    : FallbackSettings.EXCLUDE;
            throw new SettingException(
                    setting.key(),
                    String.join(", ", FallbackSettings.exclusions(settings)),
                    settings.origin(setting),
                    "a list of paths that begin with a slash or expressions that begin with ^; with mode=koa2, of expressions");
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
