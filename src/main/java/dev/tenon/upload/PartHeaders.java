package dev.tenon.upload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headers of one part that count (RFC 7578, section 4), and what they say. Immutable. */
final class PartHeaders {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}");
    private static final Pattern ENCODING = Pattern.compile("[\\w-]{1,40}");

    private final String disposition;
    private final String type;
    private final String encoding;
    private final HeaderValue parsedDisposition;
    private final HeaderValue parsedType;

    /**
     * @param type null when the part has none
     * @param encoding null when the part has none
     * @throws UploadException if they are not those of a part of a form
     */
    PartHeaders(String disposition, String type, String encoding) {
        this.disposition = disposition;
        this.type = type;
        this.encoding = encoding;
        this.parsedDisposition = HeaderValue.parse(Objects.requireNonNullElse(disposition, ""));
        this.parsedType = HeaderValue.parse(Objects.requireNonNullElse(type, "text/plain"));
        if (!parsedDisposition.value().equals("form-data")) {
            throw UploadException.malformed("A part does not say Content-Disposition: form-data.");
        }
    }

    /** Returns what a form would have said of a file that came by another way. */
    static PartHeaders of(IncomingFile file) {
        String disposition =
                "form-data; name=\"" + escape(file.fieldname()) + "\"; filename=\"" + escape(file.originalname()) + '"';
        return new PartHeaders(disposition, file.mimetype(), file.encoding());
    }

    private static String escape(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Returns the name of the field, or null. */
    String name() {
        return unescape(parsedDisposition.parameter("name"));
    }

    /** Returns the name of the file as the client sent it, as far as it can be read; empty when none was chosen; null when the part is a text. */
    String filename() {
        String extended = parsedDisposition.parameter("filename*");
        String plain = unescape(parsedDisposition.parameter("filename"));
        return extended == null
                ? plain
                : ExtendedValue.decode(extended).orElse(plain == null ? OriginalName.NAMELESS : plain);
    }

    /** Returns the media type in lower case, without parameters. */
    String mimetype() {
        return mediaType(parsedType);
    }

    /** Returns the media type that a client gives in its own words: in lower case, without parameters; that of bytes when it gives none. */
    static String mediaType(String contentType) {
        return mediaType(HeaderValue.parse(Objects.requireNonNullElse(contentType, "")));
    }

    private static String mediaType(HeaderValue type) {
        return MEDIA_TYPE.matcher(type.value()).matches() ? type.value() : "application/octet-stream";
    }

    /** Returns the transfer encoding in lower case. */
    String encoding() {
        return encoding != null && ENCODING.matcher(encoding).matches() ? encoding.toLowerCase(Locale.ROOT) : "7bit";
    }

    /** Returns the charset of a text: UTF-8 unless the part names another that is known. */
    Charset charset() {
        String name = parsedType.parameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Returns the header as it was sent, or null. */
    String get(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-disposition" -> disposition;
            case "content-type" -> type;
            case "content-transfer-encoding" -> encoding;
            default -> null;
        };
    }

    Collection<String> names() {
        return Stream.of("Content-Disposition", "Content-Type", "Content-Transfer-Encoding")
                .filter(name -> get(name) != null)
                .toList();
    }

    /** Browsers write these three, and only these, in this way (WHATWG HTML, multipart/form-data encoding algorithm). */
    private static String unescape(String name) {
        return name == null || name.indexOf('%') < 0
                ? name
                : name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
