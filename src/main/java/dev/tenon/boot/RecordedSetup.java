package dev.tenon.boot;

import dev.tenon.TenonSetup;
import dev.tenon.fallback.FallbackOptions;
import dev.tenon.realtime.RealtimeOptions;
import dev.tenon.realtime.admin.AdminOptions;
import dev.tenon.session.SessionOptions;
import dev.tenon.session.SessionStore;
import dev.tenon.upload.UploadOptions;
import dev.tenon.validation.ValidationOptions;
import java.util.Optional;
import java.util.function.Consumer;

/** What the application's configurer said, for the features to read. */
final class RecordedSetup implements TenonSetup {
    private Optional<Consumer<UploadOptions.Builder>> upload = Optional.empty();
    private Optional<Consumer<ValidationOptions.Builder>> validation = Optional.empty();
    private Optional<Consumer<SessionOptions.Builder>> session = Optional.empty();
    private Optional<SessionStore> sessionStore = Optional.empty();
    private Optional<Consumer<FallbackOptions.Builder>> fallback = Optional.empty();
    private Optional<Consumer<RealtimeOptions.Builder>> realtime = Optional.empty();
    private Optional<Consumer<AdminOptions.Builder>> realtimeAdmin = Optional.empty();

    @Override
    public TenonSetup upload(Consumer<UploadOptions.Builder> options) {
        upload = then(upload, options);
        return this;
    }

    @Override
    public TenonSetup validation(Consumer<ValidationOptions.Builder> options) {
        validation = then(validation, options);
        return this;
    }

    @Override
    public TenonSetup session(Consumer<SessionOptions.Builder> options) {
        session = then(session, options);
        return this;
    }

    @Override
    public TenonSetup sessionStore(SessionStore store) {
        sessionStore = Optional.of(store);
        return session(options -> {});
    }

    @Override
    public TenonSetup fallback(Consumer<FallbackOptions.Builder> options) {
        fallback = then(fallback, options);
        return this;
    }

    @Override
    public TenonSetup realtime(Consumer<RealtimeOptions.Builder> options) {
        realtime = then(realtime, options);
        return this;
    }

    @Override
    public TenonSetup realtimeAdmin(Consumer<AdminOptions.Builder> options) {
        realtimeAdmin = then(realtimeAdmin, options);
        return realtime(unchanged -> {});
    }

    private static <B> Optional<Consumer<B>> then(Optional<Consumer<B>> before, Consumer<B> next) {
        return Optional.of(before.map(first -> first.andThen(next)).orElse(next));
    }

    Optional<Consumer<UploadOptions.Builder>> upload() {
        return upload;
    }

    Optional<Consumer<ValidationOptions.Builder>> validation() {
        return validation;
    }

    Optional<Consumer<SessionOptions.Builder>> session() {
        return session;
    }

    Optional<SessionStore> sessionStore() {
        return sessionStore;
    }

    Optional<Consumer<FallbackOptions.Builder>> fallback() {
        return fallback;
    }

    Optional<Consumer<RealtimeOptions.Builder>> realtime() {
        return realtime;
    }

    Optional<Consumer<AdminOptions.Builder>> realtimeAdmin() {
        return realtimeAdmin;
    }
}
