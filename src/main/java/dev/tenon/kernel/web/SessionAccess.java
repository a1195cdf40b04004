package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Consumer;

/** Reaches the sessions of the application outside a request. Thread-safe. */
public interface SessionAccess {
    /** Returns the session that the request belongs to, empty when it belongs to none. Makes no session. */
    Optional<SessionRef> find(HttpServletRequest request);

    /**
     * Returns the alias of a session that the application holds, whatever may be wrapped around it.
     *
     * @throws IllegalStateException if the session has ended
     */
    String alias(HttpSession session);

    /** Returns whether the session has not ended. */
    boolean exists(SessionRef session);

    /**
     * Opens the session for a short piece of work and keeps what the work changed, unless it throws. The {@link HttpSession} is of no use
     * afterwards, and outside a request its id may be unknown.
     *
     * @return false, without running the work, if the session has ended
     */
    boolean access(SessionRef session, Consumer<HttpSession> work);

    /**
     * Calls the listener when a session has ended: invalidated or expired, in this application on this server.
     *
     * @return what takes the listener back
     */
    AutoCloseable onEnd(Consumer<SessionRef> listener);
}
