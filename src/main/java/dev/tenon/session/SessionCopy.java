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
    private static final Duration GRANULARITY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Attributes attributes;
    private final String alias;
    private final Instant createdAt;
    private final Instant accessedAt;
    private final Instant openedAt;
    private volatile long row;
    private volatile String id;
    private volatile Duration maxInactive;
    private Duration storedMaxInactive;
    private boolean touched;
    private boolean gone;

    private SessionCopy(Sessions sessions, SessionRecord session, String id, Instant now) {
        this.store = sessions.store();
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
    static SessionCopy create(Sessions sessions, Duration maxInactive, Instant now) {
        SessionRecord session = new SessionRecord(UNSAVED, Tokens.base64Url(16), now, now, maxInactive, Map.of());
        return new SessionCopy(sessions, session, SessionId.random().text(), now);
    }

    String id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When the request before this one used the session, to the minute. */
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
        saveChanges();
        if (!gone && !touched && isTouchDue()) {
            store.touch(row, openedAt);
            touched = true;
        }
    }

    private void saveChanges() {
        Duration now = maxInactive;
        SessionDelta delta = attributes.changes(Optional.of(now).filter(value -> !value.equals(storedMaxInactive)));
        if (!delta.isEmpty()) {
            gone = !store.save(row, delta);
            attributes.saved(delta);
            storedMaxInactive = now;
        }
    }

    /** An access is written down once a minute, or more often where sessions live shorter than ten. */
    private boolean isTouchDue() {
        Duration tenth = maxInactive.dividedBy(10);
        boolean isShort = tenth.compareTo(Duration.ZERO) > 0 && tenth.compareTo(GRANULARITY) < 0;
        return !openedAt.isBefore(accessedAt.plus(isShort ? tenth : GRANULARITY));
    }

    /**
     * Changes the id at once, so that the old one opens nothing any more. Where another request did so meanwhile, its id stays: the browser
     * learns that one, whichever answer comes last.
     */
    String rename() {
        String next = SessionId.random().text();
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
