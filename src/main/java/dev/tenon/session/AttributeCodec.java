package dev.tenon.session;

import java.io.IOException;

/** Turns the value of an attribute into bytes and back. Implementations are thread-safe. */
public interface AttributeCodec {
    /**
     * Returns a codec that writes JSON (RFC 8259), for sessions that are to be read without Java. It accepts what comes back equal: texts, booleans,
     * {@code Integer}, {@code Long} and {@code BigInteger} (each only beyond the range of the one before), {@code BigDecimal}, lists and maps of those
     * with texts as keys; not {@code double}, dates, records, or {@code @SessionScoped} beans. A list comes back as some {@code List}, a map as some
     * {@code Map}, whatever class it had.
     */
    static AttributeCodec json() {
        return new JsonCodec();
    }

    /** Returns whether it can encode values of this kind; {@code setAttribute} refuses others. */
    boolean accepts(Object value);

    /**
     * Returns the value as bytes: the same bytes for the same value, as far as it can, since other bytes are a change that is saved.
     *
     * @throws IOException if some part of the value cannot be encoded
     */
    byte[] encode(Object value) throws IOException;

    /**
     * Returns the value that the bytes stand for; never null.
     *
     * @throws IOException if the bytes are wrong, or want something that is not allowed
     * @throws ClassNotFoundException if the application has no such class
     */
    Object decode(byte[] bytes) throws IOException, ClassNotFoundException;
}
