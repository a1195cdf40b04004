package dev.tenon.validation;

import java.util.Collection;

/** How long texts and lists are. */
final class Measures {
    private Measures() {}

    /** Returns UTF-16 units, as in JavaScript, or elements. */
    static long length(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Collection<?> items ? items.size() : Bounds.NONE;
    }

    /** Returns characters as people count most of them: an emoji is one, but one made of several is several. */
    static long codePoints(Object value) {
        return value instanceof String text ? text.codePointCount(0, text.length()) : Bounds.NONE;
    }
}
