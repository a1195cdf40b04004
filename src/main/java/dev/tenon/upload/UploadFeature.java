package dev.tenon.upload;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the feature with the application. Not for applications to call. */
public final class UploadFeature implements Feature {
    private final Optional<Consumer<UploadOptions.Builder>> configurer;
    private final Optional<TypeDetector> detector;

    /**
     * @param configurer what the application's configurer does to the options; empty when it does not name the feature
     * @param detector what knows more kinds of files than Tenon, if the application has it
     */
    public UploadFeature(Optional<Consumer<UploadOptions.Builder>> configurer, Optional<TypeDetector> detector) {
        this.configurer = configurer;
        this.detector = detector;
    }

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public List<Setting<?>> settings() {
        return UploadSettings.ALL;
    }

    @Override
    public void start(WebApp app) {
        UploadOptions.Builder builder = UploadSettings.builder(app.settings());
        detector.ifPresent(builder::detector);
        configurer.ifPresent(change -> change.accept(builder));
        UploadOptions options = builder.build();
        app.publish(UploadOptions.class, options);
        countQuotas(app);
        UnclaimedSweep sweep = new UnclaimedSweep(app, options);
        app.publish(UnclaimedSweep.class, sweep);
        if (isUsed(app)) {
            sweep.begin();
        }
        app.settings().find(UploadSettings.PATH).ifPresent(path -> addServlet(app, path));
    }

    /** An application that never heard of uploads has no folder of them, and no thread that looks after it. */
    private boolean isUsed(WebApp app) {
        return configurer.isPresent()
                || app.settings().find(UploadSettings.PATH).isPresent()
                || app.settings().find(UploadSettings.DESTINATION).isPresent()
                || app.settings().find(UploadSettings.EXPIRATION).isPresent();
    }

    private static void countQuotas(WebApp app) {
        Quotas quotas = new Quotas(app.sessions());
        app.publish(Quotas.class, quotas);
        app.onStop(app.sessions().onEnd(quotas::end));
    }

    private static void addServlet(WebApp app, String path) {
        app.addServlet("tenon-upload", new UploadServlet(), new MultipartConfigElement(""), path);
    }
}
