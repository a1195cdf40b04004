package dev.tenon.upload.download;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.web.ByteRange;
import dev.tenon.kernel.web.ProblemAnswer;
import dev.tenon.kernel.web.Validators;
import dev.tenon.upload.StoredFile;
import dev.tenon.upload.UploadStorage;
import dev.tenon.upload.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers a request with a file that somebody uploaded, so that it does no harm: the browser saves it, or shows it as nothing but what it is.
 * Knows conditional requests and a range (RFC 9110, sections 13 and 14).
 *
 * <pre>{@code
 * Download.of(path).filename("Angebot.pdf").type("application/pdf").send(request, response);
 * }</pre>
 *
 * <p>Not thread-safe: make one for each request.
 */
public final class Download {
    private static final int BUFFER = 64 << 10;

    private final StoredFile file;
    private String etag; // null: the file's own
    private String filename;
    private String type = "application/octet-stream";
    private boolean inline;

    private Download(StoredFile file) {
        this.file = file;
        this.filename = file.filename();
    }

    /**
     * Returns an answer with a file on a disk; its size and time are the validators.
     *
     * @param path never made from what a client says
     * @throws IOException if it is not there, or no file
     */
    public static Download of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "it is not there, or no file");
        }
        return new Download(UploadStorage.stored(path));
    }

    /**
     * Returns an answer with a file of a storage. Its size and time are the validators where it lies on a disk, else its {@link StoredFile#version()}.
     */
    public static Download of(StoredFile file) {
        return new Download(file);
    }

    /** Returns an answer with a file that was uploaded just now, under its {@link UploadedFile#originalname()} and {@link UploadedFile#detectedType()}. */
    public static Download of(UploadedFile uploaded) {
        Download download = of(uploaded.stored()).filename(uploaded.originalname());
        uploaded.detectedType().ifPresent(download::type);
        return download;
    }

    /** Sets the name under which a browser saves it; any text, which is cleaned. By default its name in the storage. */
    public Download filename(String name) {
        filename = Objects.requireNonNull(name, "filename");
        return this;
    }

    /**
     * Sets the media type; {@code application/octet-stream} by default.
     *
     * @throws IllegalArgumentException if it is not of the form {@code type/subtype}, with or without parameters
     */
    public Download type(String mediaType) {
        type = MediaTypes.checked(mediaType);
        return this;
    }

    /**
     * Lets the browser show it, if it is of a type that cannot act in the name of the application: pictures but SVG, sound, film, plain text and
     * PDF. Any other is saved as without this.
     */
    public Download inline() {
        inline = true;
        return this;
    }

    /**
     * Sets the entity tag in place of the one that Tenon makes, such as {@link UploadedFile#sha256()}.
     *
     * @param value what stands between the quotes
     * @throws IllegalArgumentException if it has a character that may not stand there
     */
    public Download etag(String value) {
        etag = FileTag.checked(value);
        return this;
    }

    /**
     * Sends the file, or of it what the request asks for: 200, 206 or 304, 412 or 416; 405 to any other method than GET and HEAD. Headers that the
     * application has set stay, {@code Cache-Control} among them; without one, caches of others keep nothing and browsers ask again.
     *
     * @throws IOException if the file cannot be read, or the client is gone
     */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            ProblemAnswer.write(request, response, HttpProblem.of(405, "Only GET and HEAD are allowed here", null));
            return;
        }
        Validators validators = FileTag.of(file, etag);
        validators.writeTo(response);
        setIfNew(response, "Cache-Control", "private, no-cache");
        if (!validators.areWanted(request)) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
        } else if (validators.match(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            describe(response);
            Optional<ByteRange> range =
                    head || !validators.allowRange(request) // a range is for GET alone (section 14.2)
                            ? Optional.empty()
                            : ByteRange.parse(request.getHeader("Range"), file.size());
            if (range.isPresent() && range.get().isEmpty()) {
                unsatisfiable(response);
            } else {
                send(range.orElse(ByteRange.whole(file.size())), !head, response);
            }
        }
    }

    private void describe(HttpServletResponse response) {
        boolean shown = inline && MediaTypes.isHarmless(type);
        response.setHeader("Content-Disposition", ContentDisposition.of(shown ? "inline" : "attachment", filename));
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!shown) { // Chromium shows no PDF in a sandbox
            setIfNew(response, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        }
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType(type);
    }

    private static void setIfNew(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }

    private void unsatisfiable(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        response.setHeader("Content-Range", "bytes */" + file.size());
        response.setContentLength(0);
    }

    private void send(ByteRange range, boolean body, HttpServletResponse response) throws IOException {
        if (range.length() < file.size()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", range.contentRange(file.size()));
        }
        response.setContentLengthLong(range.length());
        if (body && range.length() > 0) {
            copy(range, response.getOutputStream());
        }
    }

    private void copy(ByteRange range, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, range.length())];
        try (InputStream in = file.open(range.first())) {
            for (long left = range.length(); left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("The file " + file.filename() + " became shorter");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }
}
