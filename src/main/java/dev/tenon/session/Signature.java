package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves who made a cookie: HMAC-SHA-256 (RFC 2104) over its name and value, as base64url. Immutable. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<String> secrets;

    /** Sets the secrets, of which the first signs. */
    Signature(List<String> secrets) {
        this.secrets = secrets;
    }

    static String secret(String text) {
        if (text.length() < 16) {
            throw new IllegalArgumentException("keys: a secret has at least 16 characters");
        }
        return text;
    }

    String of(String name, String value) {
        return sign(secrets.get(0), name, value);
    }

    boolean isOf(String name, String value, String signature) {
        return secrets.stream()
                .anyMatch(secret ->
                        MessageDigest.isEqual(sign(secret, name, value).getBytes(UTF_8), signature.getBytes(UTF_8)));
    }

    private static String sign(String secret, String name, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal((name + "=" + value).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
