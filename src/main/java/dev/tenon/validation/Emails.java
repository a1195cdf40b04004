package dev.tenon.validation;

/** Mail addresses as people have them: RFC 5321 without quoted names, comments and address literals, with names in every script (RFC 6531). */
final class Emails {
    static final Rule IS_EMAIL = Rule.text("email", Emails::isEmail);

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_LABEL = 63;
    private static final String SYMBOLS = "!#$%&'*+/=?^_`{|}~-";

    private Emails() {}

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= MAX_LENGTH && at > 0 && at <= MAX_LOCAL && isLocal(text, at) && isDomain(text, at + 1);
    }

    /** Returns whether what is before the end are words with single dots between them. */
    private static boolean isLocal(String text, int end) {
        boolean inWord = false;
        int i = 0;
        while (i < end) {
            int c = text.codePointAt(i);
            if (c == '.' ? !inWord : !isPartOfWord(c) && SYMBOLS.indexOf(c) < 0) {
                return false;
            }
            inWord = c != '.';
            i += Character.charCount(c);
        }
        return inWord;
    }

    /** Returns whether what begins there are two labels or more. */
    private static boolean isDomain(String text, int start) {
        int from = start;
        int dot = text.indexOf('.', from);
        if (dot < 0) {
            return false;
        }
        while (dot >= 0) {
            if (!isLabel(text, from, dot)) {
                return false;
            }
            from = dot + 1;
            dot = text.indexOf('.', from);
        }
        return isLabel(text, from, text.length())
                && Character.isLetter(text.codePointAt(from))
                && text.codePointCount(from, text.length()) > 1;
    }

    private static boolean isLabel(String text, int from, int to) {
        if (from >= to
                || to - from > MAX_LABEL
                || !isPartOfWord(text.codePointBefore(to))
                || !begins(text.codePointAt(from))) {
            return false;
        }
        int i = from;
        while (i < to) {
            int c = text.codePointAt(i);
            if (c != '-' && !isPartOfWord(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean begins(int c) {
        return isPartOfWord(c) && !isMark(c);
    }

    /** Returns whether it is a letter, a number, or a mark that belongs to one. */
    private static boolean isPartOfWord(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
