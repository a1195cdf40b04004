package dev.tenon.upload.resumable;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request of the tus protocol: what its headers say, checked when asked for. Each method throws {@link TusException} for what breaks the rules. */
final class TusRequest {
    static final String VERSION = "1.0.0";

    private static final String OCTETS = "application/offset+octet-stream";
    private static final String CHECKSUM = "Upload-Checksum";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final HttpServletRequest request;

    TusRequest(HttpServletRequest request) {
        this.request = request;
    }

    HttpServletRequest servletRequest() {
        return request;
    }

    String method() {
        String override = request.getHeader("X-HTTP-Method-Override");
        return override == null ? request.getMethod() : override.toUpperCase(Locale.ROOT);
    }

    void requireThisVersion() {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            throw TusException.ofAnotherVersion();
        }
    }

    /** Returns what follows the path of the servlet. */
    String id() {
        String path = request.getPathInfo();
        if (path == null || path.length() < 2) {
            throw TusException.unknown();
        }
        return path.substring(1);
    }

    /** Returns whether the request is for the place where uploads are made. */
    boolean isForAll() {
        return request.getPathInfo() == null || request.getPathInfo().equals("/");
    }

    /** Returns whether a body comes with the creation. */
    boolean hasBody() {
        boolean octets = OCTETS.equals(request.getContentType());
        if (!octets && request.getContentLengthLong() > 0) {
            throw ofAnotherType();
        }
        return octets;
    }

    void requireBody() {
        if (!OCTETS.equals(request.getContentType())) {
            throw ofAnotherType();
        }
    }

    private static TusException ofAnotherType() {
        return new TusException(415, "A body is " + OCTETS, null);
    }

    InputStream body() throws IOException {
        return request.getInputStream();
    }

    /** Returns how long the upload will be; {@link UploadState#UNKNOWN} when the client does not know yet. */
    long announcedLength() {
        Optional<Long> length = length();
        String deferred = request.getHeader("Upload-Defer-Length");
        if ((deferred != null && !deferred.equals("1")) || length.isPresent() == (deferred != null)) {
            throw TusException.badRequest("Either Upload-Length says how long it is, or Upload-Defer-Length is 1.");
        }
        return length.orElse(UploadState.UNKNOWN);
    }

    boolean saysALength() {
        return request.getHeader("Upload-Length") != null || request.getHeader("Upload-Defer-Length") != null;
    }

    Optional<Long> length() {
        return number("Upload-Length");
    }

    long offset() {
        return number("Upload-Offset").orElseThrow(() -> TusException.badRequest("Upload-Offset is missing."));
    }

    private Optional<Long> number(String header) {
        String text = request.getHeader(header);
        if (text != null && !NUMBER.matcher(text).matches()) {
            throw TusException.badRequest(header + " is no number of bytes.");
        }
        return Optional.ofNullable(text).map(Long::valueOf);
    }

    /** Returns the header as it was sent; null for none. */
    String metadata() {
        return request.getHeader("Upload-Metadata");
    }

    /** Returns the header as it was sent; null for none. */
    String concat() {
        return request.getHeader("Upload-Concat");
    }

    /** Returns whether the body has a checksum, before or behind it. */
    boolean hasChecksum() {
        return request.getHeader(CHECKSUM) != null || announcesTrailer();
    }

    private boolean announcesTrailer() {
        String trailer = request.getHeader("Trailer");
        return trailer != null && trailer.toLowerCase(Locale.ROOT).contains("upload-checksum");
    }

    /** Returns the checksum before the body, so that one that cannot be read is refused before the body is; empty when none is there. */
    Optional<Checksum> checksum() {
        return Optional.ofNullable(request.getHeader(CHECKSUM)).map(Checksum::parse);
    }

    /** Returns the checksum behind the body, once that was read; empty when none was announced. */
    Optional<Checksum> trailer() {
        return announcesTrailer() ? Optional.of(Checksum.parse(trailerField())) : Optional.empty();
    }

    /** The names of trailer fields come in lower case, says the API; as they were sent, does Tomcat 10.1, which drops those it is not told to allow. */
    private String trailerField() {
        if (request.isTrailerFieldsReady()) {
            for (Map.Entry<String, String> field : request.getTrailerFields().entrySet()) {
                if (field.getKey().equalsIgnoreCase(CHECKSUM)) {
                    return field.getValue();
                }
            }
        }
        throw TusException.badRequest("The trailer Upload-Checksum was announced and did not arrive.");
    }
}
