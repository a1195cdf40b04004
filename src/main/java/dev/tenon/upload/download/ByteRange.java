package dev.tenon.upload.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file a client asks for (RFC 9110, section 14). One range: of several, and of units that are not bytes, nothing is made, as
 * the specification allows; the whole file is sent.
 *
 * @param first the first byte, from 0 on
 * @param length how many; 0 for an empty file
 */
record ByteRange(long first, long length) {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * Returns what the header asks for; null when not a byte of it is there.
     *
     * @param header null for none
     */
    static ByteRange parse(String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
            return whole(size);
        }
        return range.group(1).isEmpty()
                ? suffix(Long.parseLong(range.group(2)), size)
                : fromTo(Long.parseLong(range.group(1)), range.group(2), size);
    }

    private static ByteRange suffix(long length, long size) {
        long some = Math.min(length, size);
        return some == 0 ? null : new ByteRange(size - some, some);
    }

    private static ByteRange fromTo(long first, String to, long size) {
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) {
            return whole(size); // invalid, and as if it were not there
        }
        return first < size ? new ByteRange(first, last - first + 1) : null;
    }

    boolean isPartOf(long size) {
        return length < size;
    }

    String header(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
