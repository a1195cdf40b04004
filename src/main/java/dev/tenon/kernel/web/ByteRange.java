package dev.tenon.kernel.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file a client asks for (RFC 9110, section 14). One range: of several, and of units that are not bytes, nothing is made, as
 * the specification allows; the whole file is sent.
 *
 * @param first the first byte, from 0 on
 * @param length how many; 0 or less where the file has none of them
 */
public record ByteRange(long first, long length) {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** Returns all bytes of a file of this size. */
    public static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * Returns what the header asks for; empty where it is to be ignored: absent, malformed, or of several ranges.
     *
     * @param header null for none
     * @param size of the file
     */
    public static Optional<ByteRange> parse(String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), size));
        }
        return fromTo(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last), size);
    }

    private static ByteRange suffix(long length, long size) {
        long some = Math.min(length, size);
        return new ByteRange(size - some, some);
    }

    private static Optional<ByteRange> fromTo(long first, long last, long size) {
        return last < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    /** Returns whether the file has none of the bytes, so that the answer is 416. */
    public boolean isEmpty() {
        return length <= 0;
    }

    /** Returns the value of {@code Content-Range} for a file of this size. */
    public String contentRange(long size) {
        return isEmpty() ? "bytes */" + size : "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
