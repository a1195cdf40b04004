package dev.tenon.validation;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 (RFC 4648, section 4, of UTF-8) and JSON inside a text. */
final class Formats {
    static final Rule IS_BASE64 = Rule.text("base64", Formats::isBase64);
    static final Rule ENCODE_BASE64 =
            Rule.of("string", value -> value instanceof String text ? encode(text) : Rule.UNFIT);
    static final Rule DECODE_BASE64 =
            Rule.of("base64", value -> value instanceof String text ? decode(text) : Rule.UNFIT);
    static final Rule IS_JSON = Rule.text("json", text -> parse(text) != Rule.UNFIT);
    static final Rule FROM_JSON = Rule.of("json", value -> value instanceof String text ? parse(text) : Rule.UNFIT);

    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private Formats() {}

    private static boolean isBase64(String text) {
        int length = text.length();
        int digits = length;
        while (digits > 0 && digits > length - 2 && text.charAt(digits - 1) == '=') {
            digits--;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (c < '0' || c > '9') && c != '+' && c != '/') {
                return false;
            }
        }
        return length % 4 == 0;
    }

    private static Object encode(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(REPLACEMENT)
                    .encode(CharBuffer.wrap(text));
            return StandardCharsets.ISO_8859_1
                    .decode(Base64.getEncoder().encode(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("UTF-8 has every character", e);
        }
    }

    private static Object decode(String text) {
        try {
            return isBase64(text) ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8) : Rule.UNFIT;
        } catch (IllegalArgumentException padding) {
            return Rule.UNFIT;
        }
    }

    private static Object parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            return Rule.UNFIT;
        }
    }
}
