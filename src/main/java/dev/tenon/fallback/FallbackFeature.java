package dev.tenon.fallback;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the feature with the application. Not for applications to call. */
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
        return List.of();
    }

    @Override
    public void start(WebApp app) {
        configurer.ifPresent(change -> change.accept(new FallbackOptions.Builder()));
    }
}
