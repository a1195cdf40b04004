package dev.tenon.session;

import java.util.List;
import java.util.Optional;

/** What attributes of sessions may be, and how they are kept; part of {@link SessionOptions}. Immutable. */
public final class AttributeOptions {
    private final List<String> allow;
    private final int attributeSize;
    private final AttributeCodec codec;
    private final List<EncryptionKey> encryptionKeys;

    AttributeOptions(AttributeOptionsBuilder<?> said) {
        allow = said.allow;
        attributeSize = said.attributeSize;
        codec = said.codec;
        encryptionKeys = said.encryptionKeys;
    }

    /** Returns the classes that sessions may hold beyond those of the JDK and of {@code WEB-INF/classes}; none by default. */
    public List<String> allow() {
        return allow;
    }

    /** Returns how many bytes one encoded attribute may have; 4 MiB by default. */
    public int attributeSize() {
        return attributeSize;
    }

    /** Returns what encodes attributes; empty, the default, for Java serialization. */
    public Optional<AttributeCodec> codec() {
        return Optional.ofNullable(codec);
    }

    /** What encrypts attributes, the first, and decrypts them, all; empty for none. */
    List<EncryptionKey> encryptionKeys() {
        return encryptionKeys;
    }
}
