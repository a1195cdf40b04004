package dev.tenon.upload.download;

import dev.tenon.upload.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/** What tells one state of a file from another, and what a client's conditions make of it (RFC 9110, section 13.2.2). Belongs to one request. */
final class Validators {
    private static final long UNKNOWN = -1;

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    private final String etag;
    private final long modified; // in milliseconds, whole seconds; or UNKNOWN

    private Validators(String etag, long modified) {
        this.modified = modified;
        this.etag = '"' + etag + '"';
    }

    /**
     * @param etag in place of the file's own; null for that
     * @throws IOException if it lies on a disk, and is not there
     */
    static Validators of(StoredFile file, String etag) throws IOException {
        Validators own = file.path() == null ? of(file.version()) : of(file.path());
        return etag == null ? own : new Validators(etag, own.modified);
    }

    private static Validators of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        long time = attributes.lastModifiedTime().toMillis();
        return new Validators(Long.toHexString(time) + "-" + Long.toHexString(attributes.size()), time / 1000 * 1000);
    }

    private static Validators of(String version) {
        return new Validators(version.replaceAll("[^\\x21\\x23-\\x7E]", "_"), UNKNOWN);
    }

    static String checked(String value) {
        if (!value.matches("[\\x21\\x23-\\x7E]+")) {
            throw new IllegalArgumentException("etag: '" + value + "' has a character that no tag has");
        }
        return value;
    }

    void writeTo(HttpServletResponse response) {
        response.setHeader("ETag", etag);
        if (modified != UNKNOWN) {
            response.setDateHeader("Last-Modified", modified);
        }
    }

    /** Returns 200 to go on, 304 or 412. */
    int judge(HttpServletRequest request) {
        String match = request.getHeader("If-Match");
        if (match != null ? !names(match, false) : isBefore(date(request, "If-Unmodified-Since"))) {
            return HttpServletResponse.SC_PRECONDITION_FAILED;
        }
        String noneMatch = request.getHeader("If-None-Match");
        boolean same = noneMatch != null ? names(noneMatch, true) : isNotAfter(date(request, "If-Modified-Since"));
        return same ? HttpServletResponse.SC_NOT_MODIFIED : HttpServletResponse.SC_OK;
    }

    /** Returns whether the range of the request counts: a client that has an older state gets all of the new one. */
    boolean allowsRange(HttpServletRequest request) {
        String condition = request.getHeader("If-Range");
        if (condition == null) {
            return true;
        }
        return condition.startsWith("\"")
                ? condition.equals(etag)
                : modified != UNKNOWN && date(request, "If-Range") == modified;
    }

    private boolean names(String header, boolean weak) {
        return header.strip().equals("*")
                || TAG.matcher(header)
                        .results()
                        .filter(tag -> weak || tag.group(1) == null)
                        .anyMatch(tag -> etag.equals(tag.group(2)));
    }

    private boolean isBefore(long date) {
        return date != UNKNOWN && modified != UNKNOWN && date < modified;
    }

    private boolean isNotAfter(long date) {
        return date != UNKNOWN && modified != UNKNOWN && date >= modified;
    }

    /** A date that cannot be read is as if it were not there. */
    private static long date(HttpServletRequest request, String header) {
        try {
            return request.getDateHeader(header);
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }
}
