package dev.tenon.realtime.engine;

/** Measures text without encoding it. */
public final class Utf8 {
    private Utf8() {}

    /** Returns how many bytes the text takes in UTF-8; half of a surrogate pair alone counts as three. */
    public static int length(CharSequence text) {
        int chars = text.length();
        int bytes = chars;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes += c < 0x800 ? 1 : 2;
                i += isPairAt(text, i) ? 1 : 0; // two chars make four bytes
            }
        }
        return bytes;
    }

    private static boolean isPairAt(CharSequence text, int index) {
        return index + 1 < text.length() && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
    }
}
