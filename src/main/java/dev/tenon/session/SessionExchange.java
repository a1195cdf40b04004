package dev.tenon.session;

import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.ProblemAnswer;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request with its session, over all its dispatches. Nothing is read before the application asks. As with the request itself, one thread
 * uses it at a time.
 */
final class SessionExchange {
    private static final Logger LOG = System.getLogger(SessionExchange.class.getName());

    private final Sessions sessions;
    private final SessionOptions options;
    private final SessionTransport transport;
    private final HttpServletRequest request;
    private final HttpServletResponse response; // the container's, whose headers an include may set, too
    private final Instant receivedAt;
    private Optional<String> requestedId;
    private Optional<StoredHttpSession> requested;
    private StoredHttpSession session;
    private String toldId = "";
    private boolean accessed;
    private boolean committing;
    private SessionStoreException failure;

    SessionExchange(
            Sessions sessions, SessionTransport transport, HttpServletRequest request, HttpServletResponse response) {
        this.sessions = sessions;
        this.options = sessions.options();
        this.transport = transport;
        this.request = request;
        this.response = response;
        this.receivedAt = sessions.now();
    }

    HttpServletRequest request() {
        return request;
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
        StoredHttpSession created = sessions.create(sessions.ids().next(request));
        created.joins(this);
        session = created;
        sessions.listeners().created(created);
        return created;
    }

    private Optional<StoredHttpSession> requested() {
        if (requested == null) {
            requested = requestedId().flatMap(this::found);
        }
        return requested;
    }

    private Optional<StoredHttpSession> found(String id) {
        Optional<StoredHttpSession> found = sessions.find(id, receivedAt);
        if (found.isEmpty()) {
            sessions.listeners().missed(request);
        }
        found.ifPresent(each -> each.joins(this));
        return found.filter(this::isAllowed);
    }

    private boolean isAllowed(StoredHttpSession found) {
        boolean allowed = options.valid().map(rule -> rule.test(request, found)).orElse(true);
        if (!allowed) {
            sessions.listeners().invalid(found);
        }
        return allowed;
    }

    /** The id that the client sent, whatever it is worth. */
    Optional<String> requestedId() {
        if (requestedId == null) {
            requestedId = transport.read(request);
        }
        return requestedId;
    }

    boolean isRequestedIdValid() {
        return requested().filter(StoredHttpSession::isValid).isPresent();
    }

    boolean isRequestedIdFrom(SessionTrackingMode mode) {
        return transport.mode().filter(mode::equals).isPresent()
                && requestedId().isPresent();
    }

    /** The URL with the id of the session in it, where ids travel so. */
    String encode(String url) {
        boolean byUrl = transport.mode().filter(SessionTrackingMode.URL::equals).isPresent();
        StoredHttpSession current = byUrl ? session(false) : null;
        return current == null ? url : transport.encode(request, url, current.getId());
    }

    String changeId() {
        StoredHttpSession current = session(false);
        if (current == null) {
            throw new IllegalStateException("there is no session whose id could change");
        }
        String old = current.getId();
        String id = current.copy().rename(sessions.ids().next(request));
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
            commitNow();
        }
        return Optional.of(current.copy().ref());
    }

    /** Saves what is to be saved without being asked. */
    void commit() {
        if (options.autoCommit() || (session != null && !session.isValid())) {
            commitNow();
        }
        countAccess();
    }

    /** Saves what changed, and tells the browser its id while there is time; where the store failed once, it is not asked again. */
    void commitNow() {
        if (failure != null) {
            throw failure;
        }
        if (session != null && !committing) {
            committing = true;
            try {
                saveAndTell();
            } catch (SessionStoreException e) {
                failure = e;
                throw e;
            } finally {
                committing = false;
            }
        }
    }

    private void saveAndTell() {
        StoredHttpSession current = session;
        boolean canTell = !response.isCommitted();
        if (!current.isValid()) {
            if (canTell) {
                transport.forget(request, response);
            }
            return;
        }
        boolean tells = canTell && isToTell(current);
        if (tells && (options.cookie().renew() || current.copy().ownMaxAge().isPresent())) {
            current.copy().rememberCookie();
        }
        options.beforeSave()
                .filter(hook -> current.copy().isChanged())
                .ifPresent(hook -> hook.accept(request, current));
        current.save();
        if (tells) {
            toldId = current.getId();
            transport.tell(request, response, toldId, current.copy().ownMaxAge());
        }
    }

    /** Where another request changed the id meanwhile, its cookie is the one that counts. */
    private boolean isToTell(StoredHttpSession current) {
        String id = current.getId();
        if (id.equals(toldId)) {
            return false;
        }
        boolean isKnown = requestedId().filter(id::equals).isPresent();
        return !isKnown || (isToTellAgain(current.copy()) && sessions.find(id).isPresent());
    }

    private boolean isToTellAgain(SessionCopy copy) {
        return options.cookie().rolling()
                || copy.isSaveRequired()
                || (options.cookie().renew() && isHalfOver(copy));
    }

    private boolean isHalfOver(SessionCopy copy) {
        Optional<Duration> age = copy.ownMaxAge().or(this::maxAge);
        Instant sentAt = copy.cookieSentAt().orElse(Instant.EPOCH);
        return age.filter(whole -> !receivedAt.isBefore(sentAt.plus(whole.dividedBy(2))))
                .isPresent();
    }

    /** How long the browser keeps the cookie where the session does not say. */
    Optional<Duration> maxAge() {
        return transport.maxAge();
    }

    /** The browser is to be told its id once more. */
    void requireTelling() {
        toldId = "";
    }

    /** The request counts as an access though it did not ask for its session; what cannot be written down is no reason to refuse it. */
    private void countAccess() {
        if (options.strictAccess() && session == null && !accessed) {
            accessed = true;
            Optional<String> id = requestedId().filter(sessions.ids()::isPossible);
            try {
                id.ifPresent(possible -> sessions.store().touch(IdHash.of(possible), receivedAt));
            } catch (SessionStoreException e) {
                LOG.log(Level.WARNING, "TENON-S09 An access to a session could not be written down", e);
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
}
