package dev.tenon.session;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;

/**
 * What a stored session can do beyond {@link HttpSession}, by koa-session's names. It lives as long as the session that it came from: for one
 * request, and for the thread that works for it.
 */
public interface StoredSession {
    /**
     * Returns this side of a session, which may be wrapped or injected.
     *
     * @throws IllegalArgumentException if it is not stored by Tenon
     * @throws IllegalStateException if it has been invalidated
     */
    static StoredSession of(HttpSession session) {
        if (session.getAttribute(StoredSession.class.getName()) instanceof StoredSession stored) {
            return stored;
        }
        throw new IllegalArgumentException("not a stored session: tenon.session is off, or this is the container's");
    }

    /** Returns how long the browser keeps the cookie; empty for until it is closed. */
    Optional<Duration> maxAge();

    /**
     * Sets that for this session alone, whatever the option says, and with it how long the session lives without being used. The cookie is sent
     * again with this answer.
     *
     * @throws IllegalArgumentException if it is less than a second
     */
    void maxAge(Duration duration);

    /**
     * Returns the public name of the session: random, the same after a change of id, and of no use to open the session. It is what
     * {@code getId()} returns where the id is not known, as in a listener that hears that the session expired.
     */
    String alias();

    /**
     * Returns the new id that the session has from now on, as {@code changeSessionId()} does.
     *
     * @throws IllegalStateException outside a request
     */
    String regenerate();

    /** Has the session saved, and its cookie sent, with this request even if nothing changes: it counts as used from now on. */
    void save();

    /** Saves the session and tells the browser its id at once; without the option {@code autoCommit} nothing else does. */
    void manuallyCommit();
}
