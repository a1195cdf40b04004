package dev.tenon.upload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Collects the header lines of one part. Only three of them count (RFC 7578, section 4.8); the others are checked and left. */
final class HeaderLines {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final int limit;
    private final Charset charset;
    private int pairs;
    private String disposition;
    private String type;
    private String encoding;

    HeaderLines(int limit, Charset charset) {
        this.limit = limit;
        this.charset = charset;
    }

    /** Adds the line between the two positions, which has no line break. */
    void add(byte[] bytes, int from, int to) {
        if (++pairs > limit) {
            throw new UploadException(
                    UploadCode.LIMIT_HEADER_PAIRS, "A part may have " + limit + " headers.", null, null, null);
        }
        int colon = colon(bytes, from, to);
        String name = new String(bytes, from, colon - from, StandardCharsets.ISO_8859_1);
        String value = value(bytes, colon + 1, to);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "content-disposition" -> disposition = once(disposition, value);
            case "content-type" -> type = once(type, value);
            case "content-transfer-encoding" -> encoding = once(encoding, value);
            default -> {}
        }
    }

    PartHeaders headers() {
        return new PartHeaders(disposition, type, encoding);
    }

    private static String once(String before, String value) {
        if (before != null) {
            throw UploadException.malformed("A part has the same header twice.");
        }
        return value;
    }

    /** A name that is no token (RFC 9110, section 5.6.2) covers folded lines and lines of a body that has no empty line before it. */
    private static int colon(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isToken(bytes[i])) {
            i++;
        }
        if (i == from || i == to || bytes[i] != ':') {
            throw UploadException.malformed("A part has a line among its headers that is none.");
        }
        return i;
    }

    private static boolean isToken(byte b) {
        return b > 0 && (Character.isLetterOrDigit(b) || TOKEN_MARKS.indexOf(b) >= 0);
    }

    private String value(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) {
                throw UploadException.malformed("A header of a part has a character that no header may have.");
            }
        }
        return new String(bytes, from, to - from, charset).strip();
    }
}
