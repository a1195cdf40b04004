package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encrypts the bytes of attributes, each for its place: the row and the name. Moved to another session or another name they do not open. The
 * id is no part of it, since it changes when somebody signs in. What is stored is a version, the length of the key's name, that name, and what
 * {@link EncryptionKey#encrypt} returns. Thread-safe.
 */
final class AttributeEncryption {
    private static final byte VERSION = 1;
    private static final int HEAD = 2;

    private final EncryptionKey first;
    private final Map<String, EncryptionKey> keys = new LinkedHashMap<>();

    /** Sets the keys: the first encrypts, all decrypt. */
    AttributeEncryption(List<EncryptionKey> keys) {
        first = keys.get(0);
        keys.forEach(key -> this.keys.put(key.name(), key));
    }

    byte[] encrypt(long row, String attribute, byte[] plain) {
        byte[] name = first.name().getBytes(UTF_8);
        try {
            byte[] sealed = first.encrypt(plain, place(row, attribute));
            return ByteBuffer.allocate(HEAD + name.length + sealed.length)
                    .put(VERSION)
                    .put((byte) name.length)
                    .put(name)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Throws for whatever was not encrypted here, for this place, with one of the keys. */
    byte[] decrypt(long row, String attribute, byte[] stored) throws GeneralSecurityException {
        int length = stored.length > HEAD && stored[0] == VERSION ? stored[1] : 0;
        if (length <= 0 || stored.length < HEAD + length + EncryptionKey.OVERHEAD) {
            throw new GeneralSecurityException("it is not encrypted");
        }
        ByteBuffer rest = ByteBuffer.wrap(stored).position(HEAD);
        byte[] name = new byte[length];
        rest.get(name);
        byte[] sealed = new byte[rest.remaining()];
        rest.get(sealed);
        return key(new String(name, UTF_8)).decrypt(sealed, place(row, attribute));
    }

    private EncryptionKey key(String name) throws GeneralSecurityException {
        EncryptionKey key = keys.get(name);
        if (key == null) {
            throw new GeneralSecurityException("tenon.session.encryptionKeys has no key of its name");
        }
        return key;
    }

    private static byte[] place(long row, String attribute) {
        byte[] name = attribute.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Long.BYTES + name.length)
                .put(VERSION)
                .putLong(row)
                .put(name)
                .array();
    }
}
