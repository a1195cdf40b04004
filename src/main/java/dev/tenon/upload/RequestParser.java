package dev.tenon.upload;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.regex.Pattern;

/** Finds the form in a request, on its raw stream or, where that was read before, among the container's parts. */
final class RequestParser {
    /** RFC 2046, section 5.1.1, with more characters than it lists, because clients use them. */
    private static final Pattern BOUNDARY = Pattern.compile("[\\x20-\\x7E]{0,69}[\\x21-\\x7E]");

    private final HttpServletRequest request;
    private final UploadOptions options;
    private final Upload upload;

    RequestParser(HttpServletRequest request, UploadOptions options, Upload upload) {
        this.request = request;
        this.options = options;
        this.upload = upload;
    }

    UploadForm parse() throws IOException {
        UploadStorage storage = options.storage(request.getServletContext());
        long length = request.getContentLengthLong();
        try (Body body = new Body(options.watched(request, request.getInputStream(), 0, length), length);
                PartSource source = source(body)) {
            return new FormParser(request, source, options, storage, upload).parse();
        }
    }

    private PartSource source(Body body) throws IOException {
        MultipartReader reader =
                new MultipartReader(body, boundary(), options.limits().headerPairs(), options.defParamCharset());
        boolean consumed = reader.isEmpty() && request.getContentLengthLong() != 0;
        return consumed ? new ContainerParts(containerParts(), options.defParamCharset()) : reader;
    }

    private String boundary() {
        String type = request.getContentType();
        HeaderValue parsed = HeaderValue.parse(type == null ? "" : type);
        if (!parsed.value().equals("multipart/form-data")) {
            throw new UploadException(UploadCode.NOT_MULTIPART, null, null, null, null);
        }
        String boundary = parsed.parameter("boundary");
        if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
            throw UploadException.malformed("The request names no boundary of 1 to 70 characters.");
        }
        return boundary;
    }

    /** Tomcat has no parts of a body that is empty or that the application read by itself, others throw. */
    private Collection<Part> containerParts() {
        Collection<Part> parts = askContainer();
        if (parts.isEmpty()) {
            throw gone(null);
        }
        return parts;
    }

    /**
     * Servers disagree on the exceptions of {@code getParts}. An {@link IllegalStateException} with a cause is a limit of the container that
     * the form passed; without one it is, but on Open Liberty, a servlet that is not {@code @MultipartConfig}.
     */
    private Collection<Part> askContainer() {
        try {
            return request.getParts();
        } catch (ServletException | IOException | RuntimeException e) {
            throw e instanceof IllegalStateException && e.getCause() != null
                    ? new UploadException(UploadCode.LIMIT_FILE_SIZE, null, null, null, e)
                    : gone(e);
        }
    }

    private static UploadException gone(Exception cause) {
        String detail = "The body is empty, or something read it before Upload could.";
        return new UploadException(UploadCode.MALFORMED_BODY, detail, null, null, cause);
    }
}
