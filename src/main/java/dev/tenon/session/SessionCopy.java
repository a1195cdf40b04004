package dev.tenon.session;

import dev.tenon.kernel.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One request's own copy of a session, and how what the request changed comes into the store. Copies of other requests have the same row;
 * none knows of the others. Any thread of the request may read; saving is for one thread at a time.
 */
final class SessionCopy {
    private static final long UNSAVED = -1;
    private static final long GRANULARITY_MILLIS = 60_000;

    private final SessionStore store;
    private final boolean strict;
    private final Attributes attributes;
    private final String alias;
    private final Instant createdAt;
    private final Instant accessedAt;
    private final Instant openedAt;
    private volatile long row;
    private volatile String id;
    private volatile Duration maxInactive;
    private Duration storedMaxInactive;
    private Optional<CookieMemory> cookie;
    private boolean cookieChanged;
    private boolean saveRequired;
    private boolean touched;
    private boolean gone;

    private SessionCopy(Sessions sessions, SessionRecord session, String id, Instant now) {
        this.store = sessions.store();
        this.strict = sessions.options().strictAccess();
        this.cookie = CookieMemory.read(session.attributes().get(CookieMemory.NAME));
        this.attributes = sessions.attributes(session.attributes());
        this.row = session.row();
        this.alias = session.alias();
        this.createdAt = session.createdAt();
        this.accessedAt = session.accessedAt();
        this.maxInactive = session.maxInactive();
        this.storedMaxInactive = session.maxInactive();
        this.id = id;
        this.openedAt = now;
    }

    /** A session that the store has. */
    static SessionCopy of(Sessions sessions, SessionRecord session, String id, Instant now) {
        return new SessionCopy(sessions, session, id, now);
    }

    /** A session that the store does not have before {@link #save()}. */
    static SessionCopy create(Sessions sessions, String id, Duration maxInactive, Instant now) {
        SessionRecord session = new SessionRecord(UNSAVED, Tokens.base64Url(16), now, now, maxInactive, Map.of());
        return new SessionCopy(sessions, session, id, now);
    }

    String id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When the request before this one used the session, to the minute unless access is strict. */
    Instant accessedAt() {
        return accessedAt;
    }

    Attributes attributes() {
        return attributes;
    }

    Duration maxInactive() {
        return maxInactive;
    }

    void maxInactive(Duration value) {
        maxInactive = value;
    }

    /** How long the browser keeps the cookie of this session alone. */
    Optional<Duration> ownMaxAge() {
        return cookie.flatMap(CookieMemory::maxAge);
    }

    void ownMaxAge(Duration duration) {
        maxInactive = duration;
        cookie = Optional.of(new CookieMemory(Optional.of(duration), openedAt));
        cookieChanged = true;
    }

    /** When the cookie was sent, as far as somebody wanted to know. */
    Optional<Instant> cookieSentAt() {
        return cookie.map(CookieMemory::sentAt);
    }

    /** The cookie is sent now. */
    void rememberCookie() {
        cookie = Optional.of(new CookieMemory(ownMaxAge(), openedAt));
        cookieChanged = true;
    }

    /** The session is to be touched, changed or not. */
    void requireSave() {
        saveRequired = true;
        touched = false;
    }

    boolean isSaveRequired() {
        return saveRequired;
    }

    /** Whether the store does not have everything yet. */
    boolean isChanged() {
        return !isSaved() || !changes().isEmpty();
    }

    boolean isSaved() {
        return row != UNSAVED;
    }

    String alias() {
        return alias;
    }

    StoredRef ref() {
        return new StoredRef(row, alias);
    }

    /** Brings what changed into the store; for a session that another request ended, nothing. */
    void save() {
        if (gone) {
            return;
        }
        if (!isSaved()) {
            storedMaxInactive = maxInactive;
            row = store.create(IdHash.of(id), alias, createdAt, maxInactive);
        }
        saveAccess();
        saveChanges();
    }

    /** Comes first: a shorter timeout would else count from an earlier access for a moment, and the session be over. */
    private void saveAccess() {
        if (!touched && isTouchDue()) {
            store.touch(row, openedAt);
            touched = true;
        }
    }

    private void saveChanges() {
        SessionDelta delta = changes();
        if (!delta.isEmpty()) {
            gone = !store.save(row, delta);
            attributes.saved(delta);
            delta.maxInactive().ifPresent(saved -> storedMaxInactive = saved);
            cookieChanged = false;
        }
    }

    private SessionDelta changes() {
        SessionDelta delta =
                attributes.changes(Optional.of(maxInactive).filter(value -> !value.equals(storedMaxInactive)));
        return cookieChanged
                ? delta.with(CookieMemory.NAME, cookie.orElseThrow().bytes())
                : delta;
    }

    /** An access is written down once a minute, or more often where sessions live shorter than ten. */
    private boolean isTouchDue() {
        if (strict || saveRequired) {
            return true;
        }
        long tenth = maxInactive.toMillis() / 10;
        long due = tenth > 0 ? Math.min(tenth, GRANULARITY_MILLIS) : GRANULARITY_MILLIS;
        return openedAt.toEpochMilli() - accessedAt.toEpochMilli() >= due;
    }

    /**
     * Changes the id at once, so that the old one opens nothing any more. Where another request did so meanwhile, its id stays: the browser
     * learns that one, whichever answer comes last.
     */
    String rename(String next) {
        if (!isSaved() || store.rename(row, IdHash.of(id), IdHash.of(next))) {
            id = next;
        }
        return id;
    }

    /** Returns whether this call ended the session, and not another request's before. */
    boolean remove() {
        boolean removed = !isSaved() || store.remove(row);
        gone = true;
        return removed;
    }
}
