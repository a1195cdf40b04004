package dev.tenon.fallback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param first the first byte, counted from 0
 * @param length how many; 0 or less if the file has no such part
 */
record ByteRange(long first, long length) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    static ByteRange all(long length) {
        return new ByteRange(0, length);
    }

    /** Returns what the header asks for; empty if it is to be ignored: absent, malformed, or more than one part. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(last), size));
        }
        return between(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last), size);
    }

    private static ByteRange end(long length, long size) {
        long known = Math.min(length, size);
        return new ByteRange(size - known, known);
    }

    private static Optional<ByteRange> between(long first, long last, long size) {
        return last < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    /** Returns the value of {@code Content-Range}. */
    String of(long size) {
        return length <= 0 ? "bytes */" + size : "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
