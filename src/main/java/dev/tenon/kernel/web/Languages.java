package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** What the reader of an answer understands. */
public final class Languages {
    /** Longer than any browser's, and short enough to read. */
    private static final int MAX_LENGTH = 1_000;

    private Languages() {}

    /** Returns the languages that the client asks for, the best first; none where it asks for none. */
    public static List<Locale> of(HttpServletRequest request) {
        return of(request.getHeader("Accept-Language"));
    }

    /**
     * Returns the languages of an {@code Accept-Language} header (RFC 9110, section 12.5.4), the best first; none where it is malformed.
     *
     * @param header null where there is none
     */
    public static List<Locale> of(String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
