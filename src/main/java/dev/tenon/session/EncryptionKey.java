package dev.tenon.session;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits for AES-GCM (NIST SP 800-38D), and the name by which encrypted values know it. No message shows the key. Immutable. */
final class EncryptionKey {
    static final int OVERHEAD = 12 + 16; // nonce and tag

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)");
    private static final String FORMS = "names and keys such as 2026:<Base64 of 32 bytes>, each name once";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final SecretKey key;

    private EncryptionKey(String name, byte[] key) {
        this.name = name;
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Reads the form of the setting. */
    static List<EncryptionKey> parse(String... texts) {
        Set<String> names = new HashSet<>();
        List<EncryptionKey> keys =
                Stream.of(texts).map(String::strip).map(EncryptionKey::of).toList();
        if (keys.isEmpty() || !keys.stream().allMatch(key -> names.add(key.name))) {
            throw unfit();
        }
        return keys;
    }

    private static EncryptionKey of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw unfit();
        }
        return new EncryptionKey(form.group(1), Base64.getDecoder().decode(form.group(2)));
    }

    private static IllegalArgumentException unfit() {
        return new IllegalArgumentException("encryptionKeys: must be " + FORMS);
    }

    static String forms() {
        return FORMS;
    }

    String name() {
        return name;
    }

    /** Nonce, ciphertext and tag. */
    byte[] encrypt(byte[] plain, byte[] bound) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, plain.length + OVERHEAD);
        cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(plain, 0, plain.length, sealed, NONCE);
        return sealed;
    }

    /** Throws if the bytes are not those that were encrypted with this key and bound to the same. */
    byte[] decrypt(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
