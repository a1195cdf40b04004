package dev.tenon.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps attributes encrypted in another store, whatever codec made their bytes. It stands between the store and those who compare bytes to find
 * changes, because no two encryptions are alike. An attribute that cannot be decrypted is reported and left out: its bytes stay until it is set
 * again or the session ends. Thread-safe.
 */
final class EncryptedSessionStore implements SessionStore {
    private static final Logger LOG = System.getLogger(EncryptedSessionStore.class.getName());

    private final SessionStore store;
    private final AttributeEncryption encryption;

    private EncryptedSessionStore(SessionStore store, AttributeEncryption encryption) {
        this.store = store;
        this.encryption = encryption;
    }

    /** Without keys, the store itself. */
    static SessionStore of(SessionStore store, List<EncryptionKey> keys) {
        return keys.isEmpty() ? store : new EncryptedSessionStore(store, new AttributeEncryption(keys));
    }

    @Override
    public void open() {
        store.open();
    }

    @Override
    public Optional<SessionRecord> find(IdHash id, Instant now) {
        return store.find(id, now).map(this::decrypted);
    }

    @Override
    public Optional<SessionRecord> find(long row, Instant now) {
        return store.find(row, now).map(this::decrypted);
    }

    @Override
    public long create(IdHash id, String alias, Instant createdAt, Duration maxInactive) {
        return store.create(id, alias, createdAt, maxInactive);
    }

    @Override
    public boolean save(long row, SessionDelta delta) {
        Map<String, byte[]> encrypted = new HashMap<>();
        delta.set().forEach((name, bytes) -> encrypted.put(name, encryption.encrypt(row, name, bytes)));
        return store.save(row, new SessionDelta(encrypted, delta.removed(), delta.maxInactive()));
    }

    @Override
    public void touch(long row, Instant accessedAt) {
        store.touch(row, accessedAt);
    }

    @Override
    public void touch(IdHash id, Instant accessedAt) {
        store.touch(id, accessedAt);
    }

    @Override
    public boolean rename(long row, IdHash from, IdHash to) {
        return store.rename(row, from, to);
    }

    @Override
    public boolean remove(long row) {
        return store.remove(row);
    }

    @Override
    public List<SessionRecord> claimExpired(Instant now, int limit) {
        return store.claimExpired(now, limit).stream().map(this::decrypted).toList();
    }

    private SessionRecord decrypted(SessionRecord session) {
        Map<String, byte[]> plain = new HashMap<>();
        session.attributes().forEach((name, bytes) -> {
            try {
                plain.put(name, encryption.decrypt(session.row(), name, bytes));
            } catch (GeneralSecurityException e) {
                LOG.log(
                        Level.WARNING,
                        "TENON-S04 The session attribute " + name + " cannot be decrypted; it is left out",
                        e);
            }
        });
        return new SessionRecord(
                session.row(),
                session.alias(),
                session.createdAt(),
                session.accessedAt(),
                session.maxInactive(),
                plain);
    }
}
