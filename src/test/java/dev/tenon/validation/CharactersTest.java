package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts are counted, and characters that deceive. */
class CharactersTest {
    @Test
    void emoji_isOneCodePoint_andTwoUnits() {
        assertEquals("ok", code("\uD83D\uDE00", field -> field.isCodePointLength(1, 1)));
        assertEquals("length", code("\uD83D\uDE00", field -> field.isLength(1, 1)));
        assertEquals("ok", code("\uD83D\uDE00", field -> field.isLength(2, 2)));
    }

    @Test
    void emojiOfSeveral_isSeveralCodePoints() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDC67";
        assertEquals("ok", code(family, field -> field.isCodePointLength(3, 3)));
        assertEquals("ok", code(family, field -> field.isLength(5, 5)));
    }

    @Test
    void combiningMark_countsUntilItIsComposed() {
        assertEquals("ok", code("e\u0301", field -> field.isCodePointLength(2, 2)));
        assertEquals("ok", code("e\u0301", field -> field.normalize(Normalizer.Form.NFC)
                .isCodePointLength(1, 1)));
        assertEquals("codePoints", code("e\u0301", field -> field.isCodePointLength(1, 1)));
    }

    @Test
    void codePointLength_ofWhatIsNoText_isRefused() {
        Check check = Check.of(Map.of("x", List.of("a")));
        check.body("x").isCodePointLength(1, 1);
        assertEquals("codePoints", check.errors().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007", "\u001B[31m", "\u007F", "\u0085", "\u009B"})
    void control_isRefused(String text) {
        assertEquals("control", code(text, Field::hasNoControl));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\r\nlines\tand a tab", "a\u200Db", "\u202Eabc", "\uD83D\uDE00"})
    void control_takesLinesTabsAndWhatIsNoControl(String text) {
        assertEquals("ok", code(text, Field::hasNoControl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice\u202Efdp.exe",
                "\u202A",
                "\u202B",
                "\u202C",
                "\u202D",
                "\u2066",
                "\u2067",
                "\u2068",
                "\u2069",
                "\u200E",
                "\u200F",
                "\u061C"
            })
    void bidi_isRefused(String text) {
        assertEquals("bidi", code(text, Field::hasNoBidi));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "invoice.pdf", "שלום", "مرحبا world", "a\u200Db"})
    void bidi_takesTextsThatRunRightToLeftByThemselves(String text) {
        assertEquals("ok", code(text, Field::hasNoBidi));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p\u0430ypal", // a Cyrillic a
                "\u03BFpen", // a Greek o
                "p\u0430\uFF59pal", // and a wide y
                "pay\u200Dpal", // a zero-width joiner
                "pay\u200Bpal", // a zero-width space
                "pay\u00ADpal", // a soft hyphen
                "\uFEFFpaypal",
                "pay\u202Epal",
                "pay\u3164pal", // a filler
                "pay\u034Fpal",
                "pay\uE000pal", // private use
                "pay\u0000pal",
                "pay\uD800pal", // half a character
                "1\u0661", // digits of two kinds
                "\u540D\u0430" // Chinese and Cyrillic
            })
    void confusable_isRefused(String text) {
        assertEquals("confusable", code(text, Field::isNotConfusable), escaped(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "paypal",
                "Zo\u00EB",
                "Zoe\u0308",
                "客服",
                "客服abc",
                "カタカナとひらがな漢字abc",
                "한국어abc漢字",
                "Пётр",
                "Ελλάδα",
                "user_42-x",
                "\uD83D\uDE00 hi",
                "\u0661\u0662",
                "\u0440\u0430\u0443" // Cyrillic alone, though it looks like "pay"
            })
    void confusable_takesNamesOfOneWayOfWriting(String text) {
        assertEquals("ok", code(text, Field::isNotConfusable), escaped(text));
    }

    private static String code(String text, UnaryOperator<Field> chain) {
        Violation violation = chain.apply(Check.of(Map.of("x", text)).body("x")).violation();
        return violation == null ? "ok" : violation.code();
    }

    private static String escaped(String text) {
        return Arrays.stream(text.chars().toArray())
                .mapToObj(c -> String.format("%04X", c))
                .collect(Collectors.joining(" "));
    }
}
