package dev.tenon.session;

import dev.tenon.kernel.Tokens;

/** The secret that a browser shows to get its session: 32 random bytes as base64url (RFC 4648, section 5). */
record SessionId(String text) {
    private static final int LENGTH = 43;

    static SessionId random() {
        return new SessionId(Tokens.base64Url(32));
    }

    /** Whether Tenon may have made the text; what it cannot have made reaches no store. */
    static boolean isPossible(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isBase64Url(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64Url(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
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
