package dev.tenon.validation.sanitize;

/** What cleaning does to texts, for annotations and chains alike. Not for applications to call. */
public final class CleanText {
    private CleanText() {}

    /** Returns the text without white space at its ends: the spaces of Unicode too, as in JavaScript. */
    public static String trim(String text) {
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

    /** Returns whether nothing but white space is in the text. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text with one space for each run of white space. */
    public static String collapseSpaces(String text) {
        StringBuilder all = new StringBuilder(text.length());
        boolean inRun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if (!space) {
                all.append(c);
            } else if (!inRun) {
                all.append(' ');
            }
            inRun = space;
        }
        return all.toString();
    }

    /** Returns the text without its control characters. */
    public static String stripControl(String text) {
        if (text.codePoints().noneMatch(CleanText::isControl)) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isControl(c)).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    /** Returns whether it is a control character; line breaks and tabs, which people type into a text area, are none here. */
    public static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == ' ' || (c > 127 && (Character.isSpaceChar(c) || c == '\uFEFF'));
    }
}
