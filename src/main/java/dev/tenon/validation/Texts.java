package dev.tenon.validation;

import java.util.regex.Pattern;

/** What a text is, and what is around it. */
final class Texts {
    static final Rule IS_STRING = Rule.test("string", "must be text", String.class::isInstance);
    static final Rule TRIM =
            Rule.convert("string", "must be text", value -> value instanceof String text ? trim(text) : Rule.REFUSED);

    private Texts() {}

    static Rule match(Pattern pattern) {
        return Rule.test("match", "has not the right form", value -> finds(pattern, value, false));
    }

    static Rule notMatch(Pattern pattern) {
        return Rule.test("notMatch", "has not the right form", value -> !finds(pattern, value, true));
    }

    static boolean isBlank(Object value) {
        return value instanceof String text && trim(text).isEmpty();
    }

    /** Returns the text without white space at its ends: the spaces of Unicode too, as in JavaScript. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** Returns whether the pattern is found, or what is said where nobody knows, so that such a value is refused by both rules. */
    private static boolean finds(Pattern pattern, Object value, boolean unknown) {
        if (!(value instanceof String text)) {
            return unknown;
        }
        try {
            return pattern.matcher(text).find();
        } catch (StackOverflowError tooLong) {
            return unknown; // java.util.regex recurses: (a|b)* on a long text ends the stack
        }
    }
}
