package dev.tenon.upload;

import dev.tenon.kernel.web.Sweep;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks after the folder of uploads from when one is used: an application that never heard of uploads has nothing that wakes. Thread-safe. */
final class UnclaimedSweep {
    private final WebApp app;
    private final UploadOptions options;
    private final AtomicBoolean begun = new AtomicBoolean();

    UnclaimedSweep(WebApp app, UploadOptions options) {
        this.app = app;
        this.options = options;
    }

    /** Begins, where Tenon has started with the application. Does nothing the second time. */
    static void begin(ServletContext context) {
        Object published = context.getAttribute(UnclaimedSweep.class.getName());
        if (published != null) {
            ((UnclaimedSweep) published).begin();
        }
    }

    void begin() {
        if (begun.compareAndSet(false, true)) {
            options.folder(app.servletContext()).ifPresent(folder -> {
                Optional<Duration> expiration = app.settings().find(UploadSettings.EXPIRATION);
                UnclaimedFiles unclaimed = new UnclaimedFiles(folder, expiration);
                Sweep.beginRemoval(
                        app, "tenon-unclaimed", expiration.orElse(UnclaimedFiles.HALF_WRITTEN), unclaimed::sweep);
            });
        }
    }
}
