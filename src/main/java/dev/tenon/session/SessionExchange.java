package dev.tenon.session;

import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.ProblemAnswer;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * One request with its session, over all its dispatches. Nothing is read before the application asks. As with the request itself, one thread
 * uses it at a time.
 */
final class SessionExchange {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final HttpServletRequest request;
    private final HttpServletResponse response; // the container's, whose headers an include may set, too
    private Optional<String> requestedId;
    private Optional<StoredHttpSession> requested;
    private StoredHttpSession session;
    private SessionStoreException failure;

    SessionExchange(Sessions sessions, SessionCookie cookie, HttpServletRequest request, HttpServletResponse response) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.request = request;
        this.response = response;
    }

    /** The session of the request; null if there is none and none is to be made. */
    StoredHttpSession session(boolean create) {
        StoredHttpSession current = session == null ? requested().orElse(null) : session;
        if (current != null && current.isValid()) {
            session = current;
            return current;
        }
        return create ? created() : null;
    }

    /** Whoever is told of it may ask the request for its session. */
    private StoredHttpSession created() {
        if (response.isCommitted()) {
            throw new IllegalStateException("a session cannot begin after the response was committed");
        }
        StoredHttpSession created = sessions.create();
        session = created;
        sessions.listeners().created(created);
        return created;
    }

    private Optional<StoredHttpSession> requested() {
        if (requested == null) {
            requested = requestedId().flatMap(sessions::find);
        }
        return requested;
    }

    /** The id that the client sent, whatever it is worth. */
    Optional<String> requestedId() {
        if (requestedId == null) {
            requestedId = cookie.read(request);
        }
        return requestedId;
    }

    boolean isRequestedIdValid() {
        return requested().filter(StoredHttpSession::isValid).isPresent();
    }

    String changeId() {
        StoredHttpSession current = session(false);
        if (current == null) {
            throw new IllegalStateException("there is no session whose id could change");
        }
        String old = current.getId();
        String id = current.copy().rename();
        if (!id.equals(old)) {
            sessions.listeners().idChanged(current, old);
        }
        return id;
    }

    /** What was known before somebody signed in is worth nothing after. */
    void signedIn() {
        if (session(false) != null) {
            changeId();
        }
    }

    /** Names the session of the request for others, who find it in the store from now on. */
    Optional<SessionRef> ref() {
        StoredHttpSession current = session(false);
        if (current == null) {
            return Optional.empty();
        }
        if (!current.copy().isSaved()) {
            commit();
        }
        return Optional.of(current.copy().ref());
    }

    /** Saves what changed, and tells the browser its id while there is time; where the store failed once, it is not asked again. */
    void commit() {
        if (failure != null) {
            throw failure;
        }
        if (session != null) {
            try {
                session.save();
                sendCookie();
            } catch (SessionStoreException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** Commits at the end of the response; where the store fails and there is still time, the answer is that. */
    void end() throws IOException {
        try {
            commit();
        } catch (TenonException e) {
            if (response.isCommitted()) {
                throw e;
            }
            ProblemAnswer.write(request, response, e.problem());
        }
    }

    /** Called before each thing that may commit the response. A failure is told once: what follows may be the answer that speaks of it. */
    void beforeResponse() {
        if (failure == null && !response.isCommitted()) {
            commit();
        }
    }

    private void sendCookie() {
        if (!response.isCommitted()) {
            cookieToSend()
                    .filter(header -> !response.getHeaders("Set-Cookie").contains(header))
                    .ifPresent(header -> response.addHeader("Set-Cookie", header));
        }
    }

    private Optional<String> cookieToSend() {
        if (!session.isValid()) {
            return Optional.of(cookie.expiring(request));
        }
        boolean isKnown = requestedId().filter(session.getId()::equals).isPresent();
        return isKnown && !isRolling() ? Optional.empty() : Optional.of(cookie.telling(session.getId(), request));
    }

    /** Where another request changed the id meanwhile, its cookie is the one that counts. */
    private boolean isRolling() {
        return cookie.isRolling() && sessions.find(session.getId()).isPresent();
    }
}
