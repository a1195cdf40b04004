package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * The values that most sessions hold, in a form of their own: a letter for the type, then the value. Java serialization takes some twenty times
 * as long for them; its streams begin with the byte 0xAC.
 */
final class PlainValues {
    private static final byte TEXT = 's';
    private static final byte BYTES = 'b';
    private static final byte INTEGER = 'i';
    private static final byte LONG = 'l';
    private static final byte FALSE = '0';
    private static final byte TRUE = '1';

    private PlainValues() {}

    /** Returns null for a value that is none of them. */
    static byte[] encode(Object value) {
        if (value instanceof String text) {
            return encode(text);
        } else if (value instanceof byte[] bytes) {
            return of(BYTES, bytes.length).put(bytes).array();
        } else if (value instanceof Integer number) {
            return of(INTEGER, Integer.BYTES).putInt(number).array();
        } else if (value instanceof Long number) {
            return of(LONG, Long.BYTES).putLong(number).array();
        } else if (value instanceof Boolean truth) {
            return new byte[] {truth ? TRUE : FALSE};
        }
        return null;
    }

    /** Null for a text with half a surrogate pair, which UTF-8 does not have. */
    private static byte[] encode(String text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return of(TEXT, bytes.remaining()).put(bytes).array();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static ByteBuffer of(byte type, int length) {
        return ByteBuffer.allocate(1 + length).put(type);
    }

    /** Returns null for bytes that are none of them. */
    static Object decode(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        return switch (bytes[0]) {
            case TEXT -> new String(bytes, 1, bytes.length - 1, UTF_8);
            case BYTES -> Arrays.copyOfRange(bytes, 1, bytes.length);
            case INTEGER ->
                bytes.length == 1 + Integer.BYTES
                        ? (Object) ByteBuffer.wrap(bytes).getInt(1)
                        : null;
            case LONG ->
                bytes.length == 1 + Long.BYTES ? (Object) ByteBuffer.wrap(bytes).getLong(1) : null;
            case FALSE, TRUE -> bytes.length == 1 ? (Object) (bytes[0] == TRUE) : null;
            default -> null;
        };
    }
}
