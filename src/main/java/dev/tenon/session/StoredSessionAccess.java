package dev.tenon.session;

import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reaches stored sessions for the other features. Runs in the caller's thread. */
final class StoredSessionAccess implements SessionAccess {
    private final Sessions sessions;
    private final Supplier<SessionTransport> transport;
    private final SessionFilter filter;

    StoredSessionAccess(Sessions sessions, Supplier<SessionTransport> transport, SessionFilter filter) {
        this.sessions = sessions;
        this.transport = transport;
        this.filter = filter;
    }

    /** Jetty takes a WebSocket handshake before any filter: then the cookie alone says which session it is. */
    @Override
    public Optional<SessionRef> find(HttpServletRequest request) {
        SessionExchange exchange = filter.find(request);
        return exchange == null
                ? transport.get().read(request).flatMap(sessions::find).map(session -> session.copy()
                        .ref())
                : exchange.ref();
    }

    @Override
    public String alias(HttpSession session) {
        if (session.getAttribute(SessionRef.ALIAS) instanceof String alias) {
            return alias;
        }
        throw new IllegalArgumentException("not a session of Tenon: " + session.getClass());
    }

    @Override
    public boolean exists(SessionRef ref) {
        return ref instanceof StoredRef stored && sessions.find(stored).isPresent();
    }

    @Override
    public boolean access(SessionRef ref, Consumer<HttpSession> work) {
        Optional<StoredHttpSession> found = ref instanceof StoredRef stored ? sessions.find(stored) : Optional.empty();
        found.ifPresent(session -> {
            work.accept(session);
            session.save();
        });
        return found.isPresent();
    }

    @Override
    public AutoCloseable onEnd(Consumer<SessionRef> listener) {
        return sessions.onEnd(listener);
    }
}
