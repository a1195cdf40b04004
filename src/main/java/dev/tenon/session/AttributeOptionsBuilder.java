package dev.tenon.session;

import java.util.List;
import java.util.stream.Stream;

/**
 * Collects what {@link SessionOptions.Builder} is told about attributes. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class AttributeOptionsBuilder<B extends AttributeOptionsBuilder<B>> extends CookieOptionsBuilder<B> {
    List<String> allow = List.of();
    int attributeSize = 4 << 20;
    AttributeCodec codec;
    List<EncryptionKey> encryptionKeys = List.of();

    AttributeOptionsBuilder() {}

    /**
     * Sets the classes that sessions may hold beyond value types and collections of the JDK and the classes under {@code WEB-INF/classes}.
     *
     * @param patterns full names such as {@code com.acme.Cart}, or packages with all below them such as {@code com.acme.*}
     * @throws IllegalArgumentException if one is neither
     */
    public B allow(String... patterns) {
        allow = Stream.of(patterns).map(AllowedClasses::pattern).toList();
        return self();
    }

    /**
     * Sets how many bytes one encoded attribute may have.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public B attributeSize(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("attributeSize: " + bytes + " is less than 1");
        }
        attributeSize = bytes;
        return self();
    }

    /** Sets what encodes attributes, in place of Java serialization; {@link #allow} then says nothing. */
    public B codec(AttributeCodec attributeCodec) {
        codec = attributeCodec;
        return self();
    }

    /**
     * Sets keys for AES-256-GCM, which encrypts what the codec made of each attribute. The first encrypts, all decrypt: add a new
     * one behind the old on every server, put it in front, and take the old one away when the sessions of its time are gone. What was stored without encryption, or with a key that is not among
     * them, is reported and left out.
     *
     * @param keys a name of letters, digits, - and _, a colon, and 32 bytes as Base64: {@code 2026:} and what
     *     {@code openssl rand -base64 32} prints
     * @throws IllegalArgumentException if there is none, one has another form, or two have one name; it does not show them
     */
    public B encryptionKeys(String... keys) {
        encryptionKeys = EncryptionKey.parse(keys);
        return self();
    }
}
