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

    /** Sets what the application's configurer does to the options; empty when it does not name the feature. */
    public UploadFeature(Optional<Consumer<UploadOptions.Builder>> configurer) {
        this.configurer = configurer;
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
        configurer.ifPresent(change -> change.accept(builder));
        app.publish(UploadOptions.class, builder.build());
        app.settings().find(UploadSettings.PATH).ifPresent(path -> addServlet(app, path));
    }

    private static void addServlet(WebApp app, String path) {
        app.addServlet("tenon-upload", new UploadServlet(), new MultipartConfigElement(""), path);
    }
}
