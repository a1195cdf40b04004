package dev.tenon.upload.resumable;

import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Speaks tus 1.0.0 with the extensions creation, creation-with-upload, creation-defer-length, checksum, checksum-trailer, expiration,
 * termination and concatenation. An upload belongs to the session that made it; without a session, to whoever knows its address. Each request is
 * served on its own thread.
 */
final class ResumableUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String EXTENSIONS =
            "creation,creation-with-upload,creation-defer-length,checksum,checksum-trailer,expiration,termination,concatenation";
    private static final String EXPOSED =
            "Location, Upload-Offset, Upload-Length, Upload-Defer-Length, Upload-Metadata, Upload-Concat, "
                    + "Upload-Expires, Tus-Version, Tus-Resumable, Tus-Max-Size, Tus-Extension, Tus-Checksum-Algorithm";
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
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        try {
            serveWhatIsThere(new TusRequest(request), response);
        } catch (TusException refusal) {
            refusal.headers().forEach(response::setHeader);
            throw refusal;
        }
    }

    /** The application may claim an upload, and time may remove it, at any moment of a request. */
    private void serveWhatIsThere(TusRequest request, HttpServletResponse response) throws IOException {
        try {
            serve(request, response);
        } catch (NoSuchFileException gone) {
            throw TusException.unknown();
        }
    }

    private void serve(TusRequest request, HttpServletResponse response) throws IOException {
        String method = request.method();
        if (method.equals("OPTIONS")) {
            options(response);
            return;
        }
        response.setHeader("Tus-Resumable", TusRequest.VERSION);
        request.requireThisVersion();
        switch (method) {
            case "POST" -> create(request, response);
            case "HEAD" -> head(request, response);
            case "PATCH" -> patch(request, response);
            case "DELETE" -> delete(request, response);
            default -> throw TusException.unknownMethod();
        }
    }

    private void options(HttpServletResponse response) {
        response.setHeader("Tus-Version", TusRequest.VERSION);
        response.setHeader("Tus-Extension", EXTENSIONS);
        response.setHeader("Tus-Max-Size", String.valueOf(uploads.maxSize()));
        response.setHeader("Tus-Checksum-Algorithm", Checksum.NAMES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void create(TusRequest request, HttpServletResponse response) throws IOException {
        if (!request.isForAll()) {
            throw TusException.unknown();
        }
        String concat = request.concat();
        if (concat != null && concat.startsWith(FINAL)) {
            concatenate(request, response);
        } else if (concat == null || concat.equals("partial")) {
            createEmpty(request, response);
        } else {
            throw TusException.badRequest("Upload-Concat is neither 'partial' nor 'final;' and addresses.");
        }
    }

    private void createEmpty(TusRequest request, HttpServletResponse response) throws IOException {
        boolean hasBody = request.hasBody();
        request.checksum(); // one that cannot be read leaves nothing behind
        UploadState state = state(request, request.announcedLength());
        String id = uploads.create(request.servletRequest(), state);
        answerCreated(request, id, response);
        if (hasBody) {
            uploads.append(request, id, state, 0, request.length());
            answerOffset(id, state, response);
        }
    }

    private UploadState state(TusRequest request, long length) {
        return new UploadState(length, request.metadata(), request.concat(), creator(request), UploadState.NONE);
    }

    private void concatenate(TusRequest request, HttpServletResponse response) throws IOException {
        if (request.saysALength()) {
            throw TusException.badRequest("A final upload is as long as its parts: it has no Upload-Length.");
        }
        List<String> parts = new ArrayList<>();
        long length = 0;
        for (String address : request.concat().substring(FINAL.length()).strip().split(" +", -1)) {
            String part = address.substring(address.lastIndexOf('/') + 1);
            length += finishedPart(part, owner(request));
            parts.add(part);
        }
        UploadState state = state(request, length);
        String id = uploads.create(request.servletRequest(), state);
        uploads.concatenate(id, parts);
        answerCreated(request, id, response);
    }

    private long finishedPart(String id, String owner) throws IOException {
        UploadState part = uploads.get(id, owner);
        if (!part.isPartial() || uploads.offset(id, part) != part.length()) {
            throw TusException.badRequest("A final upload is made of partial uploads that are finished.");
        }
        return part.length();
    }

    private void head(TusRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String id = request.id();
        UploadState state = uploads.settle(id, owner(request));
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
        answerOffset(id, state, response);
    }

    private void patch(TusRequest request, HttpServletResponse response) throws IOException {
        request.requireBody();
        long offset = request.offset();
        String id = request.id();
        UploadState before = uploads.get(id, owner(request));
        if (before.isFinal()) {
            throw new TusException(403, "A final upload is made of its parts alone", null);
        }
        UploadState state = uploads.append(request, id, before, offset, request.length());
        answerOffset(id, state, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void delete(TusRequest request, HttpServletResponse response) throws IOException {
        uploads.remove(request.id(), owner(request));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void answerCreated(TusRequest request, String id, HttpServletResponse response) throws IOException {
        response.setHeader("Location", location(request.servletRequest(), id));
        answerExpiry(id, response);
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    private void answerOffset(String id, UploadState state, HttpServletResponse response) throws IOException {
        response.setHeader("Upload-Offset", String.valueOf(uploads.offset(id, state)));
        answerExpiry(id, response);
    }

    private void answerExpiry(String id, HttpServletResponse response) throws IOException {
        response.setHeader(
                "Upload-Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(uploads.expires(id).atOffset(ZoneOffset.UTC)));
    }

    private String owner(TusRequest request) {
        return sessions.find(request.servletRequest()).map(SessionRef::alias).orElse("");
    }

    /** Where there is a quota, whoever has no session is given one: it is what is counted. */
    private String creator(TusRequest request) {
        String owner = owner(request);
        return owner.isEmpty() && uploads.counts()
                ? sessions.alias(request.servletRequest().getSession())
                : owner;
    }

    /** Absolute, as the client sees it: behind a proxy that is not trusted to say so, its own words count. */
    private String location(HttpServletRequest request, String id) {
        String path = request.getContextPath() + request.getServletPath() + "/" + id;
        String host = proxies.host(request);
        return host == null ? path : (proxies.isSecure(request) ? "https://" : "http://") + host + path;
    }
}
