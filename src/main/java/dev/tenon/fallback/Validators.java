package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a client asks whether its copy is still good (RFC 9110, section 13). Tags are weak: a container that compresses leaves strong ones alone.
 *
 * @param tag the {@code ETag}
 * @param lastModified in milliseconds; 0 when unknown
 */
record Validators(String tag, long lastModified) {
    static Validators of(StaticFile file) {
        return new Validators(
                "W/\"" + Long.toHexString(file.lastModified()) + "-" + Long.toHexString(file.length()) + "\"",
                file.lastModified());
    }

    static Validators of(byte[] content, long lastModified) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Validators("W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"", lastModified);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void addTo(HttpServletResponse response) {
        response.setHeader("ETag", tag);
        if (lastModified > 0) {
            response.setDateHeader("Last-Modified", lastModified);
        }
    }

    /** Returns whether the client has this already. Its tags come before its date. */
    boolean match(HttpServletRequest request) {
        String tags = request.getHeader("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*") || tags.contains(tag.substring(2));
        }
        return lastModified > 0 && date(request, "If-Modified-Since") / 1000 >= lastModified / 1000;
    }

    /** Returns whether the rest of a file belongs to what the client has; a weak tag never says so, a date does. */
    boolean allowRange(HttpServletRequest request) {
        String condition = request.getHeader("If-Range");
        return condition == null || (lastModified > 0 && date(request, "If-Range") / 1000 == lastModified / 1000);
    }

    private static long date(HttpServletRequest request, String header) {
        try {
            return request.getDateHeader(header);
        } catch (IllegalArgumentException noDate) {
            return -1;
        }
    }
}
