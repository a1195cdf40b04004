package dev.tenon.fallback;

import dev.tenon.kernel.web.ByteRange;
import dev.tenon.kernel.web.Validators;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Answers with a file of the assets' folders: compressed where the build left it so, in part, or not at all if the client has it. */
final class FileAnswer {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final ServletContext context;

    FileAnswer(ServletContext context) {
        this.context = context;
    }

    /** Returns whether there is such a file. */
    boolean send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Optional<StaticFile> file = StaticFile.find(context, path);
        if (file.isPresent()) {
            send(request, response, path, file.get());
        }
        return file.isPresent();
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String path, StaticFile file)
            throws IOException {
        Validators validators = file.validators();
        Map<Coding, StaticFile> siblings = siblings(path);
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", HashedName.is(path) ? FOREVER : "no-cache");
        }
        if (!siblings.isEmpty()) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        validators.writeTo(response);
        if (validators.match(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType(ContentTypes.of(context, path));
            sendBody(request, response, file, siblings, validators);
        }
    }

    /** Only the file itself is sent in parts: its date does not tell its bytes from those of the compressed ones, which a client may have begun with. */
    private static void sendBody(
            HttpServletRequest request,
            HttpServletResponse response,
            StaticFile file,
            Map<Coding, StaticFile> siblings,
            Validators validators)
            throws IOException {
        Optional<Coding> coding = Coding.best(siblings.keySet(), request.getHeader("Accept-Encoding"));
        if (coding.isPresent()) {
            response.setHeader("Content-Encoding", coding.get().token());
            write(request, response, siblings.get(coding.get()));
            return;
        }
        response.setHeader("Accept-Ranges", "bytes");
        Optional<ByteRange> part = part(request, file, validators);
        if (part.isPresent()) {
            write(response, file, part.get());
        } else {
            write(request, response, file);
        }
    }

    /** HEAD has none (RFC 9110, section 14.2). */
    private static Optional<ByteRange> part(HttpServletRequest request, StaticFile file, Validators validators) {
        return request.getMethod().equals("GET") && validators.allowRange(request)
                ? ByteRange.parse(request.getHeader("Range"), file.length())
                : Optional.empty();
    }

    private Map<Coding, StaticFile> siblings(String path) throws IOException {
        Map<Coding, StaticFile> siblings = new EnumMap<>(Coding.class);
        for (Coding coding : Coding.values()) {
            StaticFile.find(context, path + coding.extension()).ifPresent(sibling -> siblings.put(coding, sibling));
        }
        return siblings;
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, StaticFile file)
            throws IOException {
        response.setContentLengthLong(file.length());
        if (request.getMethod().equals("GET")) {
            file.writeTo(response.getOutputStream(), ByteRange.whole(file.length()));
        }
    }

    private static void write(HttpServletResponse response, StaticFile file, ByteRange part) throws IOException {
        response.setHeader("Content-Range", part.contentRange(file.length()));
        if (part.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        } else {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setContentLengthLong(part.length());
            file.writeTo(response.getOutputStream(), part);
        }
    }
}
