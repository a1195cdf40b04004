package dev.tenon.session;

import dev.tenon.kernel.Tokens;
import java.util.regex.Pattern;

/** The secret that a browser shows to get its session: 32 random bytes as base64url (RFC 4648, section 5). */
record SessionId(String text) {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionId random() {
        return new SessionId(Tokens.base64Url(32));
    }

    /** Whether Tenon may have made the text; what it cannot have made reaches no store. */
    static boolean isPossible(String text) {
        return PATTERN.matcher(text).matches();
    }

    IdHash hash() {
        return IdHash.of(text);
    }

    /** Secrets do not belong in logs. */
    @Override
    public String toString() {
        return "SessionId";
    }
}
