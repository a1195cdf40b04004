package dev.tenon.validation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoded UTF-8 (RFC 3986, section 2.1), with {@code +} for a space. What is malformed is refused: where servers go on, Tomcat drops
 * the parameter and Jetty refuses the request, so a value could be judged that the application never sees.
 */
final class PercentCode {
    private PercentCode() {}

    static String decode(String text) {
        return text.indexOf('%') < 0 ? text.replace('+', ' ') : utf8(bytes(text.replace('+', ' ')));
    }

    private static byte[] bytes(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                decoded.write(16 * digit(raw, i + 1) + digit(raw, i + 2));
                i += 2;
            } else {
                decoded.write(raw[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static int digit(byte[] raw, int index) {
        int digit = index < raw.length ? Character.digit(raw[index], 16) : -1;
        if (digit < 0) {
            throw Unreadable.malformed("a % is not followed by two hexadecimal digits", null);
        }
        return digit;
    }

    /** Returns the text of the bytes. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Unreadable.malformed("the text is not UTF-8", e);
        }
    }
}
