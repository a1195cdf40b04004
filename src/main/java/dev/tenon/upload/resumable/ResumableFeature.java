package dev.tenon.upload.resumable;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.Sweep;
import dev.tenon.kernel.web.TemporaryFolder;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.upload.UploadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts resumable uploads with the application, where their path is set. Not for applications to call. */
public final class ResumableFeature implements Feature {
    /** Makes the feature, which has no state before it starts. */
    public ResumableFeature() {}

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public List<Setting<?>> settings() {
        return ResumableSettings.ALL;
    }

    @Override
    public void start(WebApp app) {
        app.settings().find(ResumableSettings.PATH).ifPresent(path -> start(app, path));
    }

    private static void start(WebApp app, String path) {
        Settings settings = app.settings();
        UploadOptions options = UploadOptions.of(app.servletContext());
        Duration expiration = settings.get(ResumableSettings.EXPIRATION);
        Reservations reservations = new Reservations(options, app.servletContext());
        UploadFolder folder = new UploadFolder(folder(app), expiration, reservations::end);
        Resumables uploads = new Resumables(
                folder,
                reservations,
                options,
                settings.get(ResumableSettings.MAX_SIZE).bytes());
        recover(uploads);
        ResumableUploadServlet servlet = new ResumableUploadServlet(uploads, app.sessions(), app.proxies());
        app.addServlet("tenon-upload-resumable", servlet, null, path + "/*");
        app.publish(ResumableUploads.class, new ResumableUploads(uploads, app.sessions()));
        Sweep.beginRemoval(app, "tenon-uploads", expiration, folder::sweep);
    }

    private static void recover(Resumables uploads) {
        try {
            uploads.recover();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of resumable uploads cannot be read", e);
        }
    }

    private static Path folder(WebApp app) {
        return app.settings()
                .find(ResumableSettings.DESTINATION)
                .orElseGet(() -> TemporaryFolder.of(
                        app.servletContext(), "tenon-resumable", ResumableSettings.DESTINATION.key()));
    }
}
