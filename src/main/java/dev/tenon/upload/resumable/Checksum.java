package dev.tenon.upload.resumable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** What a client says the digest of one piece is: {@code Upload-Checksum} (tus 1.0.0, extension checksum). Made for one request. */
final class Checksum {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512", "md5", "MD5");

    /** The names, as {@code Tus-Checksum-Algorithm} has them. */
    static final String NAMES = "sha1,sha256,sha512,md5";

    private final byte[] expected;
    private final MessageDigest digest;

    private Checksum(byte[] expected, MessageDigest digest) {
        this.expected = expected;
        this.digest = digest;
    }

    /** @throws TusException if it is malformed, or of an algorithm that is not known */
    static Checksum parse(String header) {
        String[] parts = header.strip().split(" ", 2);
        String algorithm = ALGORITHMS.get(parts[0]);
        if (algorithm == null || parts.length < 2) {
            throw TusException.badRequest("Upload-Checksum names none of the algorithms " + NAMES + ".");
        }
        try {
            return new Checksum(Base64.getDecoder().decode(parts[1].strip()), MessageDigest.getInstance(algorithm));
        } catch (IllegalArgumentException e) {
            throw TusException.badRequest("Upload-Checksum is not Base64.");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    MessageDigest digest() {
        return digest;
    }

    boolean isRight() {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
