package dev.tenon.realtime.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.kernel.Tokens;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The pages that were let in, which may come back without a password for a day. Only digests of their ids are kept, and told to the other servers; a
 * thousand of them, the oldest goes first. Thread-safe.
 */
final class AdminSessions {
    private static final int ID_BYTES = 16;
    private static final int MOST = 1_000;
    private static final long LIFE = Duration.ofDays(1).toNanos();

    private final Map<String, Long> beganByDigest = new LinkedHashMap<>();
    private final LongSupplier clock;

    /** @param clock in nanoseconds */
    AdminSessions(LongSupplier clock) {
        this.clock = clock;
    }

    static String newId() {
        return Tokens.base64Url(ID_BYTES);
    }

    /** Returns what is kept of an id. */
    static String digest(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    synchronized void add(String digest) {
        beganByDigest.remove(digest);
        beganByDigest.put(digest, clock.getAsLong());
        if (beganByDigest.size() > MOST) {
            beganByDigest.remove(beganByDigest.keySet().iterator().next());
        }
    }

    /**
     * Returns whether this is the id of a page that was let in.
     *
     * @param id what the page says, of any type; null for nothing
     */
    synchronized boolean knows(Object id) {
        if (!(id instanceof String text)) {
            return false;
        }
        Long began = beganByDigest.get(digest(text));
        return began != null && clock.getAsLong() - began < LIFE;
    }
}
