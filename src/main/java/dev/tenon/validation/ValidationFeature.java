package dev.tenon.validation;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts the feature with the application. Not for applications to call. */
public final class ValidationFeature implements Feature {
    private final Optional<Consumer<ValidationOptions.Builder>> configurer;
    private final Function<WebApp, BeanRules> beanRules;

    /**
     * Sets what the feature works with.
     *
     * @param configurer what the application's configurer does to the options; empty when it does not name the feature
     * @param beanRules what judges beans; asks for no provider yet
     */
    public ValidationFeature(
            Optional<Consumer<ValidationOptions.Builder>> configurer, Function<WebApp, BeanRules> beanRules) {
        this.configurer = configurer;
        this.beanRules = beanRules;
    }

    @Override
    public String name() {
        return "validation";
    }

    @Override
    public List<Setting<?>> settings() {
        return ValidationSettings.ALL;
    }

    @Override
    public void start(WebApp app) {
        ValidationOptions.Builder builder = ValidationSettings.builder(app.settings());
        configurer.ifPresent(change -> change.accept(builder));
        ValidationOptions options = builder.build();
        app.publish(ValidationOptions.class, options);
        BeanRules rules = beanRules.apply(app);
        app.publish(BeanRules.class, rules);
        app.onStop(Current.use(options, rules));
        app.addFilter(new SendBackFilter(options));
    }
}
