package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the reader of an answer understands. */
public final class Languages {
    private Languages() {}

    /** Returns the languages that the client asks for (RFC 9110, section 12.5.4), the best first; none where it asks for none. */
    public static List<Locale> of(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? List.of()
                : List.copyOf(Collections.list(request.getLocales()));
    }
}
