package dev.tenon.sample;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of a password: iterations, salt and PBKDF2 with HMAC-SHA-512 (RFC 8018), from which nobody reads it back. */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    /** What OWASP asks for this function. */
    private static final int ITERATIONS = 210_000;

    /** Returns the hash of a new password under a salt of its own. */
    static PasswordHash of(String password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /** Returns the hash that {@link #toString} wrote. */
    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$", -1);
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[0]), base64.decode(parts[1]), base64.decode(parts[2]));
    }

    /** Returns whether this is the hash of the password, in the same time for every wrong one. */
    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2", e);
        } finally {
            key.clearPassword();
        }
    }

    /** Returns the text for the file of agents. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
