package dev.tenon.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes ids, and knows those that it cannot have made. Thread-safe. */
final class SessionIds {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.:-]{0,64}");
    private static final Pattern OWN = Pattern.compile("[!-~&&[^;,\"\\\\]]{16,200}");

    private final String prefix;
    private final Optional<Function<HttpServletRequest, String>> genid;

    SessionIds(SessionOptions options) {
        this.prefix = options.prefix();
        this.genid = options.genid();
    }

    static String prefix(String text) {
        if (!PREFIX.matcher(text).matches()) {
            throw new IllegalArgumentException("prefix: '" + text + "' is not of at most 64 letters, digits, _ - . :");
        }
        return text;
    }

    /** A new id for a session that begins, or goes on, in this request. */
    String next(HttpServletRequest request) {
        return genid.map(maker -> checked(maker.apply(request)))
                .orElseGet(() -> prefix + SessionId.random().text());
    }

    private static String checked(String id) {
        if (id == null || !OWN.matcher(id).matches()) {
            throw new IllegalStateException("genid made no id of 16 to 200 characters that a cookie may have");
        }
        return id;
    }

    /** Whether the text may be one of them; what cannot be reaches no store. */
    boolean isPossible(String text) {
        return genid.isPresent()
                ? OWN.matcher(text).matches()
                : text.startsWith(prefix) && SessionId.isPossible(text.substring(prefix.length()));
    }
}
