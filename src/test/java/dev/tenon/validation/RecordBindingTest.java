package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.validation.sanitize.BlankToNull;
import dev.tenon.validation.sanitize.Clamp;
import dev.tenon.validation.sanitize.CollapseSpaces;
import dev.tenon.validation.sanitize.DefaultValue;
import dev.tenon.validation.sanitize.Lowercase;
import dev.tenon.validation.sanitize.Normalize;
import dev.tenon.validation.sanitize.StripControl;
import dev.tenon.validation.sanitize.Trim;
import dev.tenon.validation.sanitize.Uppercase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that become records: cleaned, converted exactly, and told what does not fit. */
class RecordBindingTest {
    @Test
    void json_bindsEveryType() {
        Everything all = Check.of(Requests.json("""
                {"text":"t","whole":7,"big":9223372036854775807,"exact":0.10,"yes":true,"day":"2026-01-31",
                 "colour":"RED","id":"9b2b1d1c-8f3a-4d6e-a1b2-0123456789ab","lines":[{"qty":1},{"qty":2}],
                 "tags":["a","b","a"],"by":{"k":1},"note":"n","numbers":[1,2],"raw":{"any":[1]},"extra":1}
                """)).as(Everything.class);
        assertEquals(List.of(new Line(1), new Line(2)), all.lines());
        assertEquals(Long.MAX_VALUE, all.big());
        assertEquals(new BigDecimal("0.10"), all.exact());
        assertEquals(Set.of("a", "b"), all.tags());
        assertEquals(Optional.of("n"), all.note());
        assertArrayEquals(new int[] {1, 2}, all.numbers());
        assertEquals(LocalDate.of(2026, 1, 31), all.day());
        assertEquals(Colour.RED, all.colour());
        assertEquals(Map.of("k", 1), all.by());
        assertEquals(Map.of("any", List.of(1)), all.raw());
    }

    @Test
    void form_bindsTheSame_fromTexts() {
        Everything all = Check.of(Requests.form("text=t&whole=7&big=8&exact=.5&yes=on&day=2026-01-31&colour=RED"
                        + "&id=9b2b1d1c-8f3a-4d6e-a1b2-0123456789ab&lines%5B0%5D.qty=1&lines%5B4%5D.qty=2&tags=a&by%5Bk%5D=1"
                        + "&numbers=1&numbers=2&note="))
                .as(Everything.class);
        assertEquals(List.of(new Line(1), new Line(2)), all.lines());
        assertEquals(Set.of("a"), all.tags());
        assertEquals(Optional.empty(), all.note());
        assertArrayEquals(new int[] {1, 2}, all.numbers());
        assertEquals(new BigDecimal("0.5"), all.exact());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"whole\":99999999999}|range",
                "{\"whole\":1.5}|int",
                "{\"whole\":\"7\"}|int",
                "{\"whole\":null}|required",
                "{}|required",
                "{\"whole\":1,\"yes\":\"yes\"}|boolean",
                "{\"whole\":1,\"text\":5}|string",
                "{\"whole\":1,\"colour\":\"PINK\"}|in",
                "{\"whole\":1,\"day\":\"2026-02-30\"}|format",
                "{\"whole\":1,\"lines\":{}}|array",
                "{\"whole\":1,\"lines\":[7]}|object",
                "{\"whole\":1,\"lines\":[{\"qty\":\"x\"}]}|int",
                "{\"whole\":1,\"exact\":\"1\"}|decimal",
                "{\"whole\":1,\"ratio\":1e400}|decimal"
            })
    void json_thatDoesNotFit_isAnErrorAtItsPlace(String json, String code) {
        ValidationException refusal = assertThrows(
                ValidationException.class, () -> Check.of(Requests.json(json)).as(Loose.class));
        assertEquals(code, refusal.errors().get(0).code());
        assertEquals(1, refusal.errors().size());
    }

    @Test
    void json_wrongInManyPlaces_tellsAllInOrder() {
        ValidationException refusal = assertThrows(ValidationException.class, () -> Check.of(
                        Requests.json("{\"lines\":[{\"qty\":\"x\"},{}],\"whole\":\"7\",\"colour\":1}"))
                .as(Loose.class));
        assertEquals(
                List.of("/whole int", "/colour in", "/lines/0/qty int", "/lines/1/qty required"),
                refusal.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @Test
    void unknownMembers_areRefusedOnWish_atEveryLevel() {
        Check check = Check.of(Requests.json("{\"whole\":1,\"x\":1,\"lines\":[{\"qty\":1,\"y\":2}]}"))
                .unknown(Unknown.REFUSE);
        ValidationException refusal = assertThrows(ValidationException.class, () -> check.as(Loose.class));
        assertEquals(
                List.of("lines[0].y", "x"),
                refusal.errors().stream().map(Violation::name).toList());
    }

    @Test
    void askedFields_comeFirst_fromWhateverSource() {
        Check check = Check.of(Requests.of(
                "application/json",
                "{\"text\":\" Body \",\"whole\":1}".getBytes(StandardCharsets.UTF_8),
                "colour=RED&whole=5"));
        check.body("text").trim().lowercase();
        check.query("whole").toInt();
        check.query("colour");
        assertEquals(new Loose("body", 5, null, Colour.RED, null, null, null, null), check.as(Loose.class));
    }

    @Test
    void annotations_cleanBeforeTheConversion() {
        Clean clean = Check.of(Requests.json("""
                {"trimmed":" a ","blank":" ","lower":"ÄB","upper":"äb","spaces":" a \\t b ","control":"a\\u0000b\\n","nfc":"e\\u0301",
                 "clamped":700,"own":"  Me@X.Org ","tags":[" a ","b "],"count":null,"level":""}
                """)).as(Clean.class);
        assertEquals(
                new Clean("a", null, "äb", "ÄB", " a b ", "ab\n", "é", 99, "me@x.org", List.of("a", "b"), 5, "low"),
                clean);
    }

    @Test
    void annotations_onAForm_cleanNumbersToo() {
        Clean clean =
                Check.of(Requests.form("clamped=700&count=&own=+A%40B.C+")).as(Clean.class);
        assertEquals(99, clean.clamped());
        assertEquals(5, clean.count());
        assertEquals("a@b.c", clean.own());
        assertEquals(List.of(), clean.tags());
    }

    @Test
    void recordThatRefuses_isAnError() {
        ValidationException refusal = assertThrows(ValidationException.class, () -> Check.of(Map.of("from", 3, "to", 1))
                .as(Range.class));
        assertEquals("invalid", refusal.errors().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789ab-1-1-1-1",
                "1-1-1-1-1",
                "9b2b1d1c8f3a-4d6e-a1b2-0123456789ab",
                "00000000-0000-0000-0000-0000000000000"
            })
    void uuid_isWrittenInFull(String text) {
        ValidationException refusal = assertThrows(
                ValidationException.class, () -> Check.of(Map.of("id", text)).as(Keyed.class));
        assertEquals("format", refusal.errors().get(0).code());
        assertEquals(
                new Keyed(UUID.fromString("9b2b1d1c-8f3a-4d6e-a1b2-0123456789ab")),
                Check.of(Map.of("id", "9B2B1D1C-8f3a-4d6e-a1b2-0123456789AB")).as(Keyed.class));
    }

    @Test
    void cleanedList_isAsModifiableAsOneThatWasTidy() {
        for (String tag : List.of("a", " a ")) {
            List<String> tags =
                    Check.of(Map.of("tags", List.of(tag))).as(Tagged.class).tags();
            tags.add("b");
            assertEquals(List.of("a", "b"), tags);
        }
    }

    /** Something with a key. */
    record Keyed(UUID id) {}

    /** Something with tags. */
    record Tagged(@Trim List<String> tags) {}

    @Test
    void socketEvent_bindsStraight() {
        assertEquals(new Line(3), Check.of(Map.of("qty", 3)).as(Line.class));
    }

    /** A colour. */
    enum Colour {
        RED
    }

    /** A row. */
    record Line(int qty) {}

    /** One of each. */
    @SuppressWarnings("ArrayRecordComponent")
    record Everything(
            String text,
            int whole,
            long big,
            BigDecimal exact,
            boolean yes,
            LocalDate day,
            Colour colour,
            UUID id,
            List<Line> lines,
            Set<String> tags,
            Map<String, Integer> by,
            Optional<String> note,
            int[] numbers,
            Object raw) {}

    /** Little that must be there. */
    record Loose(
            String text,
            int whole,
            Boolean yes,
            Colour colour,
            LocalDate day,
            BigDecimal exact,
            Double ratio,
            List<Line> lines) {}

    /** Two bounds. */
    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from is after to");
            }
        }
    }

    /** An annotation of the application's own. */
    @Trim
    @Lowercase
    @Retention(RetentionPolicy.RUNTIME)
    @interface Address {}

    /** One of each annotation. */
    record Clean(
            @Trim String trimmed,
            @BlankToNull String blank,
            @Lowercase String lower,
            @Uppercase String upper,
            @CollapseSpaces String spaces,
            @StripControl String control,
            @Normalize String nfc,
            @Clamp(min = 1, max = 99) int clamped,
            @Address String own,
            @Trim List<String> tags,
            @DefaultValue("5") int count,
            @BlankToNull @DefaultValue("low") String level) {}
}
