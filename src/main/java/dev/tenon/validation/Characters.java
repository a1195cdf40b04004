package dev.tenon.validation;

import dev.tenon.validation.sanitize.CleanText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Characters that deceive: those that are not seen, that turn the direction of what is around them, and those of another alphabet. */
final class Characters {
    static final Rule NO_CONTROL = Rule.text("control", text -> none(text, CleanText::isControl));
    static final Rule NO_BIDI = Rule.text("bidi", text -> none(text, Characters::turns));
    static final Rule NOT_CONFUSABLE = Rule.text("confusable", Characters::isPlain);

    /** The mixtures of alphabets in which people write: "highly restrictive" of Unicode Technical Standard 39, section 5.2. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private Characters() {}

    private static boolean none(String text, CodePointTest test) {
        return text.codePoints().noneMatch(test::holds);
    }

    /** The characters that Unicode Standard Annex 9 calls explicit directional formatting, sections 2.1 to 2.6. */
    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    private static boolean isPlain(String text) {
        return none(text, Characters::isUnseen) && usesOneAlphabet(text) && usesOneKindOfDigits(text);
    }

    /** Format characters, such as a zero-width space, fillers, and what no standard has given a meaning. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || CleanText.isControl(c)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static boolean usesOneAlphabet(String text) {
        EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() < 2 || TOGETHER.stream().anyMatch(set -> set.containsAll(scripts));
    }

    private static boolean usesOneKindOfDigits(String text) {
        return text.codePoints()
                        .filter(Character::isDigit)
                        .map(c -> c - Character.digit(c, 10))
                        .distinct()
                        .count()
                < 2;
    }

    /** Asks something of a character. */
    private interface CodePointTest {
        boolean holds(int codePoint);
    }
}
