package dev.tenon.upload.download;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which media types a browser may be told, and which it may show. */
final class MediaTypes {
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    private static final Pattern TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;\\s*" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\\\p{Cntrl}]*\"))*");
    private static final Set<String> HARMLESS = Set.of(
            "application/pdf",
            "text/plain",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "audio/mpeg",
            "audio/ogg",
            "audio/wav",
            "audio/flac",
            "audio/mp4",
            "audio/aac",
            "video/mp4",
            "video/webm",
            "video/ogg");

    private MediaTypes() {}

    static String checked(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("type: '" + type + "' is no media type");
        }
        return type;
    }

    /** Returns whether what a browser shows of it can run nothing. SVG and HTML can. */
    static boolean isHarmless(String type) {
        return HARMLESS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
