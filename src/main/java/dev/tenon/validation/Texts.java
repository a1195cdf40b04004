package dev.tenon.validation;

import dev.tenon.validation.sanitize.CleanText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a text is, and what is around it. */
final class Texts {
    static final Rule IS_STRING = Rule.type("string", String.class::isInstance);
    static final Rule TRIM = clean(CleanText::trim);
    static final Rule LOWERCASE = clean(text -> text.toLowerCase(Locale.ROOT));
    static final Rule UPPERCASE = clean(text -> text.toUpperCase(Locale.ROOT));
    static final Rule COLLAPSE_SPACES = clean(CleanText::collapseSpaces);
    static final Rule STRIP_CONTROL = clean(CleanText::stripControl);
    static final Rule BLANK_TO_NULL = clean(text -> CleanText.isBlank(text) ? null : text);
    static final Rule TO_TEXT = Rule.of("string", Scripts::text);
    static final Rule IS_ALPHA = Rule.text("alpha", text -> all(text, Texts::isLetter));
    static final Rule IS_ALPHANUMERIC = Rule.text("alphanumeric", text -> all(text, c -> isLetter(c) || isDigit(c)));
    static final Rule IS_NUMERIC = Rule.text("numeric", text -> all(text, Texts::isDigit));
    static final Rule IS_ASCII = Rule.text("ascii", text -> all(text, c -> c < 128));
    static final Rule IS_HEX_COLOR = Rule.text("hexColor", Texts::isHexColor);

    private Texts() {}

    static Rule normalize(Normalizer.Form form) {
        return clean(text -> Normalizer.normalize(text, form));
    }

    private static Rule clean(UnaryOperator<String> action) {
        return Rule.of("string", value -> value instanceof String text ? action.apply(text) : Rule.UNFIT);
    }

    static boolean isBlank(Object value) {
        return value instanceof String text && CleanText.isBlank(text);
    }

    private static boolean isHexColor(String text) {
        int start = text.startsWith("#") ? 1 : 0;
        int digits = text.length() - start;
        return (digits == 3 || digits == 6) && all(text.substring(start), c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean all(String text, CharTest test) {
        for (int i = 0; i < text.length(); i++) {
            if (!test.holds(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Asks something of a character. */
    private interface CharTest {
        boolean holds(char c);
    }

    /**
     * A pattern that must be found, or must not be.
     *
     * @param wanted which of both
     */
    record Match(Pattern pattern, boolean wanted) implements Rule {
        @Override
        public String code() {
            return wanted ? "match" : "notMatch";
        }

        @Override
        public Object apply(Object value) {
            if (!(value instanceof String text)) {
                return UNFIT;
            }
            try {
                return pattern.matcher(text).find() == wanted ? value : REFUSED;
            } catch (StackOverflowError tooLong) {
                return REFUSED; // java.util.regex recurses: (a|b)* on a long text ends the stack
            }
        }
    }
}
