package dev.tenon;

import dev.tenon.fallback.FallbackOptions;
import dev.tenon.realtime.RealtimeOptions;
import dev.tenon.realtime.admin.AdminOptions;
import dev.tenon.session.SessionOptions;
import dev.tenon.session.SessionStore;
import dev.tenon.upload.UploadOptions;
import dev.tenon.validation.ValidationOptions;
import java.util.function.Consumer;

/**
 * What a {@link TenonConfigurer} sets up. Each builder comes filled from the keys, so what is said here has the last word. Naming session,
 * fallback or realtime here switches it on, unless its key {@code enabled} says false. Not thread-safe.
 */
public interface TenonSetup {
    /** Changes the defaults of every upload of the application. */
    TenonSetup upload(Consumer<UploadOptions.Builder> options);

    /** Changes how requests of the application are checked, and how refusals are answered. */
    TenonSetup validation(Consumer<ValidationOptions.Builder> options);

    /** Switches stored sessions on and changes their options. */
    TenonSetup session(Consumer<SessionOptions.Builder> options);

    /** Switches stored sessions on and keeps them in a store of the application's own. */
    TenonSetup sessionStore(SessionStore store);

    /** Switches the History API fallback on and changes its options. */
    TenonSetup fallback(Consumer<FallbackOptions.Builder> options);

    /** Switches the Socket.IO server on and changes its options. */
    TenonSetup realtime(Consumer<RealtimeOptions.Builder> options);

    /** Switches the Socket.IO server on, and lets the Socket.IO Admin UI watch it. */
    TenonSetup realtimeAdmin(Consumer<AdminOptions.Builder> options);
}
