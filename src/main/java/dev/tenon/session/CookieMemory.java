package dev.tenon.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a session remembers of its cookie where options need it, stored beside its attributes.
 *
 * @param maxAge its own, in place of the option; empty for none
 * @param sentAt when the cookie was sent last
 */
record CookieMemory(Optional<Duration> maxAge, Instant sentAt) {
    /** Where it stands among the attributes. */
    static final String NAME = "dev.tenon.cookie";

    private static final int LENGTH = 2 * Long.BYTES;

    /** Empty for what is none. */
    static Optional<CookieMemory> read(byte[] bytes) {
        if (bytes == null || bytes.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Optional<Duration> maxAge =
                Optional.of(buffer.getLong()).filter(seconds -> seconds > 0).map(Duration::ofSeconds);
        return Optional.of(new CookieMemory(maxAge, Instant.ofEpochMilli(buffer.getLong())));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(maxAge.map(Duration::toSeconds).orElse(0L))
                .putLong(sentAt.toEpochMilli())
                .array();
    }
}
