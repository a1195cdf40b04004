package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What tells one state of a resource from another, and what a client's conditions make of it (RFC 9110, section 13). Where there is a tag, its conditions come
 * before those of the date. Immutable.
 *
 * @param etag as it stands in {@code ETag}: in quotes, behind {@code W/} if it is weak
 * @param lastModified in milliseconds, of which whole seconds count; 0 when unknown
 */
public record Validators(String etag, long lastModified) {
    private static final String WEAK = "W/";
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    /** Sets the headers. */
    public void writeTo(HttpServletResponse response) {
        response.setHeader("ETag", etag);
        if (lastModified > 0) {
            response.setDateHeader("Last-Modified", lastModified);
        }
    }

    /** Returns whether the client has this state already, so that the answer is 304. */
    public boolean match(HttpServletRequest request) {
        String tags = request.getHeader("If-None-Match");
        return tags != null
                ? areIn(tags, true)
                : date(request, "If-Modified-Since").orElse(-1) >= 0;
    }

    /** Returns whether this is the state that the client wants; else the answer is 412. */
    public boolean areWanted(HttpServletRequest request) {
        String tags = request.getHeader("If-Match");
        return tags != null
                ? areIn(tags, false)
                : date(request, "If-Unmodified-Since").orElse(0) >= 0;
    }

    /** Returns whether the range of the request counts: a client that has another state gets all of this one. A weak tag never says so, a date does. */
    public boolean allowRange(HttpServletRequest request) {
        String condition = request.getHeader("If-Range");
        return condition == null
                || (condition.startsWith("\"")
                        ? condition.equals(etag)
                        : date(request, "If-Range").orElse(-1) == 0);
    }

    private boolean areIn(String tags, boolean weakly) {
        boolean weak = etag.startsWith(WEAK);
        String opaque = weak ? etag.substring(WEAK.length()) : etag;
        return tags.strip().equals("*")
                || TAG.matcher(tags)
                        .results()
                        .filter(tag -> weakly || (!weak && tag.group(1) == null))
                        .anyMatch(tag -> opaque.equals(tag.group(2)));
    }

    /** Returns how the date of the client stands to this one; empty where one of them is not there, or cannot be read. */
    private OptionalInt date(HttpServletRequest request, String header) {
        try {
            long date = request.getDateHeader(header);
            return date < 0 || lastModified <= 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(Long.compare(date / 1000, lastModified / 1000));
        } catch (IllegalArgumentException noDate) {
            return OptionalInt.empty();
        }
    }
}
