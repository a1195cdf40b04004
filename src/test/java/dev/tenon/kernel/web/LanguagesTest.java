package dev.tenon.kernel.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @Test
    void languages_areSortedByTheirWeight() {
        assertEquals(
                List.of(Locale.CHINA, Locale.CHINESE, Locale.ENGLISH),
                Languages.of("en;q=0.5, zh-CN, zh;q=0.9, de;q=0, *;q=0.1"));
    }

    @Test
    void madeUp_isLeftOut_andSoIsWhatComesAfterFive() {
        assertEquals(List.of(Locale.GERMAN), Languages.of("xq, qqq-AA, de-QX"));
        assertEquals(5, Languages.of("en, de, fr, it, es, nl, pl").size());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ";;;", "en;q=2", "en;q=x", "!", "*"})
    void malformed_isNone(String header) {
        assertEquals(List.of(), Languages.of(header));
    }

    /** At these the JDK's parser, in 17, throws what is no IllegalArgumentException. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "-,-", "-;q=0.5", "--", "en, -"})
    void headerOfDashes_asksForNothing(String header) {
        assertEquals(List.of(), Languages.of(header));
    }

    @Test
    void tooLong_isNone() {
        assertEquals(List.of(), Languages.of("en, ".repeat(300) + "de"));
    }

    /** Java keeps what it learned of every locale for good: 234,060 of them make a heap of 275 MB. */
    @Test
    void localesThatClientsMakeUp_areBounded() {
        Set<Locale> known = new HashSet<>();
        for (String language : Locale.getISOLanguages()) {
            for (String country : Locale.getISOCountries()) {
                known.addAll(Languages.of(language + "-" + country + "," + language + "-Cyrl-" + country));
            }
        }
        assertTrue(known.size() < 2_000, () -> known.size() + " locales");
        assertEquals(List.of(Locale.TAIWAN), Languages.of("zh-TW"), "the real ones are there all the same");
    }

    @Test
    void regionThatSpeaksAnotherLanguage_isKeptAsLongAsThereIsRoom() {
        assertEquals(List.of(Locale.forLanguageTag("es-AR")), Languages.of("es-AR"));
        assertEquals(List.of(Locale.forLanguageTag("zh-Hant-HK")), Languages.of("zh-Hant-HK"));
    }
}
