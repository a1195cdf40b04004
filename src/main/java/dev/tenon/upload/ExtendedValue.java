package dev.tenon.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A parameter that names its charset, such as {@code UTF-8''caf%C3%A9.txt} (RFC 8187). */
final class ExtendedValue {
    private ExtendedValue() {}

    /** Returns the text; empty when it is malformed or in a charset that RFC 8187 and its forerunner do not ask for. */
    static Optional<String> decode(String value) {
        String[] pieces = value.split("'", 3);
        if (pieces.length < 3) {
            return Optional.empty();
        }
        return charset(pieces[0]).flatMap(charset -> decode(pieces[2], charset));
    }

    private static Optional<Charset> charset(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
            case "ISO-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decode(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.write(text.charAt(i));
                continue;
            }
            int octet = octet(text, i + 1);
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.write(octet);
            i += 2;
        }
        return Optional.of(bytes.toString(charset));
    }

    private static int octet(String text, int index) {
        if (index + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(index), 16);
        int low = Character.digit(text.charAt(index + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
