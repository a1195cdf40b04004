package dev.tenon.kernel;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the random names that Tenon gives to things: session ids, transport ids, stored file names. Thread-safe. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /**
     * Returns a new token of URL-safe characters.
     *
     * @param bytes how many random bytes it carries; 16 bytes give 22 characters, 32 bytes give 43
     */
    public static String base64Url(int bytes) {
        return BASE64URL.encodeToString(random(bytes));
    }

    /**
     * Returns new random bytes from the platform's strong generator.
     *
     * @param bytes how many
     */
    public static byte[] random(int bytes) {
        byte[] token = new byte[bytes];
        RANDOM.nextBytes(token);
        return token;
    }
}
