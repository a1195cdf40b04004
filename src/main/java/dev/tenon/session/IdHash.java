package dev.tenon.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 (FIPS 180-4) of a session id: all that a store knows of it, so that what leaks from a store opens no session. Immutable. */
public final class IdHash {
    static final int LENGTH = 32;

    private static final MessageDigest UNUSED = sha256();

    private final byte[] bytes;

    private IdHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the hash of an id. */
    public static IdHash of(String id) {
        return new IdHash(unused().digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** To look one up takes longer than the hash itself; not every provider lets a copy be made. */
    private static MessageDigest unused() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash that has these bytes. */
    static IdHash ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(bytes.length + " bytes are no SHA-256");
        }
        return new IdHash(bytes.clone());
    }

    /** Returns a copy of its 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns its bytes as 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
