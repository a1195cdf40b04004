package dev.tenon.upload.download;

import dev.tenon.upload.IncomingFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The header that names a download (RFC 6266): twice where the name is not plain ASCII, once for old clients and once as RFC 8187 has it,
 * which all others prefer.
 */
final class ContentDisposition {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~"; // of RFC 8187, beside letters and digits

    private ContentDisposition() {}

    static String of(String disposition, String filename) {
        String name = IncomingFile.of("", filename, null).originalname();
        String plain = plain(name);
        String header = disposition + "; filename=\"" + plain + "\"";
        return plain.equals(name) ? header : header + "; filename*=UTF-8''" + extended(name);
    }

    /** Percent signs are replaced, too: some browsers decode them, others do not. */
    private static String plain(String name) {
        return name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    }

    private static String extended(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && (Character.isLetterOrDigit(b) || ATTR_CHARS.indexOf(b) >= 0)) {
                text.append((char) b);
            } else {
                text.append(String.format(Locale.ROOT, "%%%02X", b & 255));
            }
        }
        return text.toString();
    }
}
