package dev.tenon.boot;

import dev.tenon.fallback.FallbackFeature;
import dev.tenon.kernel.Classes;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.metrics.MetricsFeature;
import dev.tenon.realtime.RealtimeFeature;
import dev.tenon.realtime.admin.AdminUi;
import dev.tenon.session.SessionFeature;
import dev.tenon.session.SessionStore;
import dev.tenon.session.jdbc.JdbcSessionStore;
import dev.tenon.upload.TypeDetector;
import dev.tenon.upload.UploadFeature;
import dev.tenon.upload.resumable.ResumableFeature;
import dev.tenon.upload.tika.TikaDetector;
import dev.tenon.validation.ValidationFeature;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The features in the order in which they start, and in which their filters see a request. */
final class Features {
    private Features() {}

    static List<Feature> inOrder(RecordedSetup setup, Supplier<List<EventListener>> sessionListeners) {
        List<Feature> features = new ArrayList<>(List.of(
                new SessionFeature(setup.session(), setup.sessionStore(), Features::jdbcStore, sessionListeners),
                new ProblemFeature(), // inside the session's filter: an answer in its place is saved with, too
                new ValidationFeature(setup.validation(), BeanConstraints::of),
                new UploadFeature(setup.upload(), tika()),
                new ResumableFeature(),
                new RealtimeFeature(
                        setup.realtime(), realtimeSettings(), Cluster::of, new AdminUi(setup.realtimeAdmin())),
                new FallbackFeature(setup.fallback()),
                new MetricsFeature()));
        Beans.eventMethods().ifPresent(methods -> features.add(0, methods)); // handlers are there before clients
        return features;
    }

    private static List<Setting<?>> realtimeSettings() {
        return Stream.concat(Cluster.SETTINGS.stream(), AdminUi.settings().stream())
                .toList();
    }

    /** Asked here, because the detector itself cannot be loaded where Tika is not. */
    private static Optional<TypeDetector> tika() {
        return Classes.has("org.apache.tika.mime.MimeTypes") ? Optional.of(new TikaDetector()) : Optional.empty();
    }

    /** One database may serve several applications. */
    private static SessionStore jdbcStore(WebApp app) {
        return new JdbcSessionStore(app.connections(), app.servletContext().getContextPath());
    }
}
