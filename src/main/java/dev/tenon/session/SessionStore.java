package dev.tenon.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sessions. A session is found by the hash of its id, and keyed by a row number that never changes and is never used again: whoever
 * works on a row cannot bring it back once it was removed, nor give it another id by accident. Values are opaque bytes; each attribute is
 * kept by itself, so that two writers of different attributes both win. Implementations are thread-safe; every method may throw a
 * {@link SessionStoreException} when the storage does not answer.
 */
public interface SessionStore {
    /** Prepares the store, without waiting for a storage that is away. Called once, when the application starts. */
    default void open() {}

    /**
     * Returns the session with this id, unless it has expired.
     *
     * @param id the hash of the id
     * @param now the time that decides about expiry
     */
    Optional<SessionRecord> find(IdHash id, Instant now);

    /**
     * Returns the session in this row, unless it has expired.
     *
     * @param row from {@link #create}
     * @param now the time that decides about expiry
     */
    Optional<SessionRecord> find(long row, Instant now);

    /**
     * Makes a session without attributes.
     *
     * @param id the hash of its id, which no other session has
     * @param alias its public name, as {@link SessionRecord#alias()} says
     * @param createdAt also its first access
     * @param maxInactive how long it lives without access; zero or less for ever
     * @return its row
     */
    long create(IdHash id, String alias, Instant createdAt, Duration maxInactive);

    /**
     * Saves what changed, all of it or nothing. The last writer of an attribute wins. Names have at most 700 bytes in UTF-8.
     *
     * @return false, with nothing changed, if the session was removed
     */
    boolean save(long row, SessionDelta delta);

    /**
     * Moves the time of the last access, and with it the expiry, forward; never back. Does nothing to a session that was removed.
     *
     * @param accessedAt the time of the access
     */
    void touch(long row, Instant accessedAt);

    /** Does the same to the session with this id, if there is one; a session that has expired may stay so. */
    void touch(IdHash id, Instant accessedAt);

    /**
     * Gives the session a new id, in one step and only if it still has the old one.
     *
     * @return false, with nothing changed, if it has another id by now, or was removed
     */
    boolean rename(long row, IdHash from, IdHash to);

    /**
     * Removes the session with its attributes.
     *
     * @return false if it was removed before; of several callers only one gets true
     */
    boolean remove(long row);

    /**
     * Removes sessions that have expired and returns them: each one to one caller only.
     *
     * @param now the time that decides about expiry
     * @param limit how many at most, 1 or more
     * @return fewer than the limit when no more are left, when others claim, too, or when the storage stopped on the way: what was removed by then is
     *     always returned
     */
    List<SessionRecord> claimExpired(Instant now, int limit);
}
