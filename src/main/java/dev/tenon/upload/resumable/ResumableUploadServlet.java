package dev.tenon.upload.resumable;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.web.ProblemAnswer;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Speaks tus 1.0.0 with the extensions creation, creation-with-upload, creation-defer-length, checksum, checksum-trailer, expiration,
 * termination and concatenation. An upload belongs to the session that made it; without a session, to whoever knows its address. Each request is
 * served on its own thread.
 */
final class ResumableUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS =
            "creation,creation-with-upload,creation-defer-length,checksum,checksum-trailer,"
                    + "expiration,termination,concatenation";
    private static final String EXPOSED =
            "Location, Upload-Offset, Upload-Length, Upload-Defer-Length, Upload-Metadata, Upload-Concat, "
                    + "Upload-Expires, Tus-Version, Tus-Resumable, Tus-Max-Size, Tus-Extension, Tus-Checksum-Algorithm";
    private static final String OCTETS = "application/offset+octet-stream";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String FINAL = "final;";

    private final transient Resumables uploads;
    private final transient SessionAccess sessions;
    private final transient TrustedProxies proxies;

    ResumableUploadServlet(Resumables uploads, SessionAccess sessions, TrustedProxies proxies) {
        this.uploads = uploads;
        this.sessions = sessions;
        this.proxies = proxies;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String override = request.getHeader("X-HTTP-Method-Override");
        String method = override == null ? request.getMethod() : override.toUpperCase(Locale.ROOT);
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (method.equals("OPTIONS")) {
            options(response);
            return;
        }
        response.setHeader("Tus-Resumable", VERSION);
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            response.setHeader("Tus-Version", VERSION);
            throw new TusException(412, "This is tus " + VERSION, "Tus-Resumable says something else, or nothing.");
        }
        switch (method) {
            case "POST" -> create(request, response);
            case "HEAD" -> head(request, response);
            case "PATCH" -> patch(request, response);
            case "DELETE" -> delete(request, response);
            default -> refuseMethod(request, response);
        }
    }

    private void options(HttpServletResponse response) {
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", EXTENSIONS);
        response.setHeader("Tus-Max-Size", String.valueOf(uploads.maxSize()));
        response.setHeader("Tus-Checksum-Algorithm", Checksum.NAMES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static void refuseMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "OPTIONS, POST, HEAD, PATCH, DELETE");
        ProblemAnswer.write(request, response, HttpProblem.of(405, "This is no method of tus", null));
    }

    private void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null && request.getPathInfo().length() > 1) {
            throw TusException.unknown();
        }
        String concat = request.getHeader("Upload-Concat");
        if (concat != null && concat.startsWith(FINAL)) {
            concatenate(concat, request, response);
        } else if (concat == null || concat.equals("partial")) {
            createEmpty(concat, request, response);
        } else {
            throw TusException.badRequest("Upload-Concat is neither 'partial' nor 'final;' and addresses.");
        }
    }

    private void createEmpty(String concat, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean hasBody = hasBody(request);
        Optional<Checksum> checksum = checksum(request);
        UploadState state = new UploadState(
                announcedLength(request), request.getHeader("Upload-Metadata"), concat, owner(request), -1);
        String id = uploads.create(request, state);
        answer(id, state, response);
        response.setHeader("Location", location(request, id));
        if (hasBody) {
            long offset = uploads.append(id, state, 0, request, checksum, hasTrailer(request));
            response.setHeader("Upload-Offset", String.valueOf(offset));
        }
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    private static boolean hasBody(HttpServletRequest request) {
        boolean octets = OCTETS.equals(request.getContentType());
        if (!octets && request.getContentLengthLong() > 0) {
            throw new TusException(415, "A body is " + OCTETS, null);
        }
        return octets;
    }

    private static long announcedLength(HttpServletRequest request) {
        Optional<Long> length = number(request, "Upload-Length");
        String deferred = request.getHeader("Upload-Defer-Length");
        if ((deferred != null && !deferred.equals("1")) || length.isPresent() == (deferred != null)) {
            throw TusException.badRequest("Either Upload-Length says how long it is, or Upload-Defer-Length is 1.");
        }
        return length.orElse(UploadState.UNKNOWN);
    }

    private void concatenate(String concat, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader("Upload-Length") != null || request.getHeader("Upload-Defer-Length") != null) {
            throw TusException.badRequest("A final upload is as long as its parts: it has no Upload-Length.");
        }
        String owner = owner(request);
        List<String> parts = new ArrayList<>();
        long length = 0;
        for (String address : concat.substring(FINAL.length()).strip().split(" +", -1)) {
            String part = address.substring(address.lastIndexOf('/') + 1);
            length += finishedPart(part, owner);
            parts.add(part);
        }
        UploadState state = new UploadState(length, request.getHeader("Upload-Metadata"), concat, owner, -1);
        String id = uploads.create(request, state);
        uploads.concatenate(id, parts);
        response.setHeader("Location", location(request, id));
        answer(id, state, response);
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    private long finishedPart(String id, String owner) throws IOException {
        UploadState part = uploads.get(id, owner);
        if (!part.isPartial() || uploads.offset(id, part) != part.length()) {
            throw TusException.badRequest("A final upload is made of partial uploads that are finished.");
        }
        return part.length();
    }

    private void head(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String id = id(request);
        UploadState state = uploads.get(id, owner(request));
        response.setHeader("Upload-Offset", String.valueOf(uploads.settle(id, state)));
        if (state.knownLength().isPresent()) {
            response.setHeader("Upload-Length", String.valueOf(state.length()));
        } else {
            response.setHeader("Upload-Defer-Length", "1");
        }
        if (state.metadata() != null) {
            response.setHeader("Upload-Metadata", state.metadata());
        }
        if (state.concat() != null) {
            response.setHeader("Upload-Concat", state.concat());
        }
        answer(id, state, response);
        response.setStatus(HttpServletResponse.SC_OK);
    }

    private void patch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!OCTETS.equals(request.getContentType())) {
            throw new TusException(415, "A body is " + OCTETS, null);
        }
        long offset = number(request, "Upload-Offset")
                .orElseThrow(() -> TusException.badRequest("Upload-Offset is missing."));
        Optional<Checksum> checksum = checksum(request);
        String id = id(request);
        UploadState state = uploads.get(id, owner(request));
        if (state.isFinal()) {
            throw new TusException(403, "A final upload is made of its parts alone", null);
        }
        checkOffset(id, state, offset, response);
        Optional<Long> length = number(request, "Upload-Length");
        UploadState known = length.isPresent() ? uploads.setLength(id, state, length.get()) : state;
        long end = uploads.append(id, known, offset, request, checksum, hasTrailer(request));
        response.setHeader("Upload-Offset", String.valueOf(end));
        answer(id, known, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void checkOffset(String id, UploadState state, long offset, HttpServletResponse response)
            throws IOException {
        long actual = uploads.offset(id, state);
        if (offset != actual) {
            response.setHeader("Upload-Offset", String.valueOf(actual));
            throw new TusException(409, "The upload is at another offset", "It has " + actual + " bytes.");
        }
    }

    private void delete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = id(request);
        uploads.get(id, owner(request));
        uploads.remove(id);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void answer(String id, UploadState state, HttpServletResponse response) throws IOException {
        if (uploads.offset(id, state) != state.length() || state.isPartial()) {
            response.setHeader(
                    "Upload-Expires",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            uploads.expires(id).atOffset(ZoneOffset.UTC)));
        }
    }

    private String owner(HttpServletRequest request) {
        return sessions.find(request).map(SessionRef::alias).orElse("");
    }

    private static String id(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null) {
            throw TusException.unknown();
        }
        return path.substring(1);
    }

    /** Absolute, as the client sees it: behind a proxy that is not trusted to say so, its own words count. */
    private String location(HttpServletRequest request, String id) {
        String scheme = proxies.isSecure(request) ? "https" : "http";
        String host = proxies.host(request);
        String path = request.getContextPath() + request.getServletPath() + "/" + id;
        return host == null ? path : scheme + "://" + host + path;
    }

    private static boolean hasTrailer(HttpServletRequest request) {
        String trailer = request.getHeader("Trailer");
        return trailer != null && trailer.toLowerCase(Locale.ROOT).contains("upload-checksum");
    }

    private static Optional<Checksum> checksum(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Upload-Checksum")).map(Checksum::parse);
    }

    private static Optional<Long> number(HttpServletRequest request, String header) {
        String text = request.getHeader(header);
        if (text != null && !NUMBER.matcher(text).matches()) {
            throw TusException.badRequest(header + " is no number of bytes.");
        }
        return Optional.ofNullable(text).map(Long::valueOf);
    }
}
