package dev.tenon.sample;

import java.util.Map;

/**
 * What one side has written.
 *
 * @param key made by the sender's page: what is sent twice is one message
 * @param from who wrote it; only the server says so
 * @param at milliseconds since 1970
 */
record Message(String key, Side from, String text, long at) {
    /** The longest text, as the pages know it. */
    static final int MAX_LENGTH = 2000;

    private static final int MAX_KEY_LENGTH = 64;

    /** The two sides of a conversation. */
    enum Side {
        CUSTOMER,
        AGENT;

        /** Returns the word for the pages. */
        String word() {
            return this == CUSTOMER ? "customer" : "agent";
        }
    }

    /** Returns whether a page may send this. */
    static boolean isValid(String key, String text) {
        return key != null
                && key.length() <= MAX_KEY_LENGTH
                && text != null
                && !text.isBlank()
                && text.length() <= MAX_LENGTH;
    }

    /** Returns the message for the pages. */
    Map<String, Object> view() {
        return Map.of("key", key, "from", from.word(), "text", text, "at", at);
    }
}
