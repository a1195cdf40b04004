package dev.tenon.validation;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Steps for texts. */
abstract class FieldTexts extends FieldConversions {
    FieldTexts(Check check, Source source, String name, List<Object> path, Object found) {
        super(check, source, name, path, found);
    }

    /**
     * Removes white space at both ends of a text: the spaces of Unicode, too. Refuses what is no text; people then read the tip of the first
     * step after it that has one.
     */
    public final Field trim() {
        return clean(Texts.TRIM);
    }

    /**
     * Makes one space of each run of white space in a text. Refuses what is no text; people then read the tip of the first step after it that
     * has one.
     */
    public final Field collapseSpaces() {
        return clean(Texts.COLLAPSE_SPACES);
    }

    /**
     * Makes all letters of a text small, by the rules of no language in particular. Refuses what is no text; people then read the tip of the
     * first step after it that has one.
     */
    public final Field lowercase() {
        return clean(Texts.LOWERCASE);
    }

    /**
     * Makes all letters of a text capital, by the rules of no language in particular. Refuses what is no text; people then read the tip of the
     * first step after it that has one.
     */
    public final Field uppercase() {
        return clean(Texts.UPPERCASE);
    }

    /**
     * Removes control characters but line breaks and tabs from a text. Refuses what is no text; people then read the tip of the first step after
     * it that has one.
     */
    public final Field stripControl() {
        return clean(Texts.STRIP_CONTROL);
    }

    /**
     * Makes null of a text that is empty or nothing but white space. Refuses what is no text; people then read the tip of the first step after
     * it that has one.
     */
    public final Field blankToNull() {
        return clean(Texts.BLANK_TO_NULL);
    }

    /** Brings a text into a normal form (Unicode Standard Annex 15), so that what looks the same is the same. Refuses what is no text. */
    public final Field normalize(Normalizer.Form form) {
        return clean(Texts.normalize(form));
    }

    /** Refuses what is no text, or holds no match of the pattern. Anchor it with {@code ^} and {@code $} to judge the whole text. */
    public final Field match(Pattern pattern) {
        return step(new Texts.Match(pattern, true), null);
    }

    /** Refuses what is no text, or holds no match of the pattern. Anchor it with {@code ^} and {@code $} to judge the whole text. */
    public final Field match(Pattern pattern, String tip) {
        return step(new Texts.Match(pattern, true), tipped(tip));
    }

    /** Refuses what is no text, or holds a match of the pattern. */
    public final Field notMatch(Pattern pattern) {
        return step(new Texts.Match(pattern, false), null);
    }

    /** Refuses what is no text, or holds a match of the pattern. */
    public final Field notMatch(Pattern pattern, String tip) {
        return step(new Texts.Match(pattern, false), tipped(tip));
    }

    /** Refuses what is no text, or has other characters than a to z in either case. An empty text has none. */
    public final Field isAlpha() {
        return step(Texts.IS_ALPHA, null);
    }

    /** Refuses what is no text, or has other characters than a to z in either case. An empty text has none. */
    public final Field isAlpha(String tip) {
        return step(Texts.IS_ALPHA, tipped(tip));
    }

    /** Refuses what is no text, or has other characters than a to z in either case and ASCII digits. */
    public final Field isAlphanumeric() {
        return step(Texts.IS_ALPHANUMERIC, null);
    }

    /** Refuses what is no text, or has other characters than a to z in either case and ASCII digits. */
    public final Field isAlphanumeric(String tip) {
        return step(Texts.IS_ALPHANUMERIC, tipped(tip));
    }

    /** Refuses what is no text, or has other characters than ASCII digits. An empty text has none. */
    public final Field isNumeric() {
        return step(Texts.IS_NUMERIC, null);
    }

    /** Refuses what is no text, or has other characters than ASCII digits. An empty text has none. */
    public final Field isNumeric(String tip) {
        return step(Texts.IS_NUMERIC, tipped(tip));
    }

    /** Refuses what is no text, or has characters beyond ASCII. */
    public final Field isAscii() {
        return step(Texts.IS_ASCII, null);
    }

    /** Refuses what is no text, or has characters beyond ASCII. */
    public final Field isAscii(String tip) {
        return step(Texts.IS_ASCII, tipped(tip));
    }

    /** Refuses what is no text, or no Base64 with its padding (RFC 4648, section 4). An empty text is. */
    public final Field isBase64() {
        return step(Formats.IS_BASE64, null);
    }

    /** Refuses what is no text, or no Base64 with its padding (RFC 4648, section 4). An empty text is. */
    public final Field isBase64(String tip) {
        return step(Formats.IS_BASE64, tipped(tip));
    }

    /** Refuses what is no mail address with a full domain. Quoted names and address literals are refused, names of every script are not. */
    public final Field isEmail() {
        return step(Emails.IS_EMAIL, null);
    }

    /** Refuses what is no mail address with a full domain. Quoted names and address literals are refused, names of every script are not. */
    public final Field isEmail(String tip) {
        return step(Emails.IS_EMAIL, tipped(tip));
    }

    /** Refuses what is no three or six hexadecimal digits, with or without {@code #} before them. */
    public final Field isHexColor() {
        return step(Texts.IS_HEX_COLOR, null);
    }

    /** Refuses what is no three or six hexadecimal digits, with or without {@code #} before them. */
    public final Field isHexColor(String tip) {
        return step(Texts.IS_HEX_COLOR, tipped(tip));
    }

    /** Refuses what is no text, or no JSON. The value stays a text: see {@link Field#fromJson()}. */
    public final Field isJson() {
        return step(Formats.IS_JSON, null);
    }

    /** Refuses what is no text, or no JSON. The value stays a text: see {@link Field#fromJson()}. */
    public final Field isJson(String tip) {
        return step(Formats.IS_JSON, tipped(tip));
    }

    /** Refuses what is no text, or has control characters other than line breaks and tabs. */
    public final Field hasNoControl() {
        return step(Characters.NO_CONTROL, null);
    }

    /** Refuses what is no text, or has control characters other than line breaks and tabs. */
    public final Field hasNoControl(String tip) {
        return step(Characters.NO_CONTROL, tipped(tip));
    }

    /** Refuses what is no text, or has characters that turn its direction (Unicode Standard Annex 9), which make it read as something else. */
    public final Field hasNoBidi() {
        return step(Characters.NO_BIDI, null);
    }

    /** Refuses what is no text, or has characters that turn its direction (Unicode Standard Annex 9), which make it read as something else. */
    public final Field hasNoBidi(String tip) {
        return step(Characters.NO_BIDI, tipped(tip));
    }

    /**
     * Refuses what is no text, or mixes alphabets in which nobody writes together, kinds of digits, or characters that are not seen (Unicode
     * Technical Standard 39, "highly restrictive"). For names that must not look like another one.
     */
    public final Field isNotConfusable() {
        return step(Characters.NOT_CONFUSABLE, null);
    }

    /**
     * Refuses what is no text, or mixes alphabets in which nobody writes together, kinds of digits, or characters that are not seen (Unicode
     * Technical Standard 39, "highly restrictive"). For names that must not look like another one.
     */
    public final Field isNotConfusable(String tip) {
        return step(Characters.NOT_CONFUSABLE, tipped(tip));
    }

    /** Refuses what is no UUID of any version. */
    public final Field isUuid() {
        return step(Uuids.ALL, null);
    }

    /**
     * Refuses what is no UUID.
     *
     * @param versionOrTip {@code v1} to {@code v8}, {@code nil} or {@code all}; any other text is a tip for a UUID of any version
     */
    public final Field isUuid(String versionOrTip) {
        return Uuids.isVersion(versionOrTip)
                ? step(Uuids.of(versionOrTip), null)
                : step(Uuids.ALL, tipped(versionOrTip));
    }

    /**
     * Refuses what is no UUID of this version (RFC 9562, section 4.2).
     *
     * @param version {@code v1} to {@code v8}, {@code nil} or {@code all}
     * @throws IllegalArgumentException if there is no such version
     */
    public final Field isUuid(String version, String tip) {
        return step(Uuids.of(version), tipped(tip));
    }
}
