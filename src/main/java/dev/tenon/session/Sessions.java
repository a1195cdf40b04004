package dev.tenon.session;

import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The sessions of one application. Thread-safe; listeners are called in the thread that ends a session. */
final class Sessions {
    private static final Logger LOG = System.getLogger(Sessions.class.getName());

    private final ServletContext context;
    private final SessionStore store;
    private final SessionOptions options;
    private final AttributeCodec codec;
    private final Clock clock;
    private final SessionIds ids;
    private final SessionListeners listeners;
    private final List<Consumer<SessionRef>> features = new CopyOnWriteArrayList<>();

    Sessions(
            ServletContext context,
            SessionStore store,
            SessionOptions options,
            SessionListeners listeners,
            Clock clock) {
        this.context = context;
        this.store = EncryptedSessionStore.of(store, options.attributes().encryptionKeys());
        this.ids = new SessionIds(options);
        this.listeners = listeners;
        this.options = options;
        this.clock = clock;
        this.codec = options.attributes().codec().orElseGet(() -> javaSerialization(context, options));
    }

    private static AttributeCodec javaSerialization(ServletContext context, SessionOptions options) {
        return new JavaSerialization(
                context.getClassLoader(),
                new AllowedClasses(context, options.attributes().allow()));
    }

    ServletContext context() {
        return context;
    }

    SessionStore store() {
        return store;
    }

    SessionOptions options() {
        return options;
    }

    SessionIds ids() {
        return ids;
    }

    SessionListeners listeners() {
        return listeners;
    }

    Attributes attributes(Map<String, byte[]> stored) {
        return new Attributes(codec, options.attributes().attributeSize(), stored);
    }

    /** The session with this id, if there is one. */
    Optional<StoredHttpSession> find(String id) {
        return find(id, now());
    }

    /** The session with this id, if there was one at this time, which counts as an access to it. */
    Optional<StoredHttpSession> find(String id, Instant now) {
        return ids.isPossible(id)
                ? store.find(IdHash.of(id), now).map(session -> opened(session, id, now))
                : Optional.empty();
    }

    /** The session of this row, if it is still the one that was meant; outside a request its alias stands for its id. */
    Optional<StoredHttpSession> find(StoredRef ref) {
        Instant now = now();
        return store.find(ref.row(), now)
                .filter(session -> session.alias().equals(ref.alias()))
                .map(session -> opened(session, ref.alias(), now));
    }

    private StoredHttpSession opened(SessionRecord session, String id, Instant now) {
        return new StoredHttpSession(this, SessionCopy.of(this, session, id, now), false);
    }

    StoredHttpSession create(String id) {
        return new StoredHttpSession(this, SessionCopy.create(this, id, maxInactive(), now()), true);
    }

    /** The application may change its session timeout in a listener, so it is read each time. */
    private Duration maxInactive() {
        return options.cookie().maxAge().orElseGet(() -> Duration.ofMinutes(context.getSessionTimeout()));
    }

    /** Ends what has expired, at most so many; returns whether there may be more. */
    boolean endExpired(int limit) {
        Instant now = now();
        List<SessionRecord> expired = store.claimExpired(now, limit);
        expired.forEach(session -> opened(session, session.alias(), now).expire());
        return expired.size() == limit;
    }

    /** Stores know milliseconds. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    AutoCloseable onEnd(Consumer<SessionRef> listener) {
        features.add(listener);
        return () -> features.remove(listener);
    }

    void tellEnd(SessionRef session) {
        for (Consumer<SessionRef> listener : features) {
            try {
                listener.accept(session);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "TENON-S13 A listener to the end of sessions failed", e);
            }
        }
    }
}
