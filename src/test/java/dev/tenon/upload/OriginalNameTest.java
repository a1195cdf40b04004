package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalNameTest {
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("photo.jpg", "photo.jpg"),
                Arguments.of("照片 1.jpg", "照片 1.jpg"),
                Arguments.of("C:\\Users\\jane\\photo.jpg", "photo.jpg"),
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("..\\..\\boot.ini", "boot.ini"),
                Arguments.of("a/b\\c/d.txt", "d.txt"),
                Arguments.of("..", "file"),
                Arguments.of(".", "file"),
                Arguments.of("../", "file"),
                Arguments.of("   ", "file"),
                Arguments.of("\u0000\u0001", "file"),
                Arguments.of(".htaccess", ".htaccess"),
                Arguments.of("evil.jsp.", "evil.jsp"),
                Arguments.of("evil.jsp . ", "evil.jsp"),
                Arguments.of("evil.jsp::$DATA", "evil.jsp__$DATA"),
                Arguments.of("C:evil.txt", "C_evil.txt"),
                Arguments.of("a\u0000.jpg", "a.jpg"),
                Arguments.of("a\r\nSet-Cookie: b.jpg", "aSet-Cookie_ b.jpg"),
                Arguments.of("a%0D%0Ab%2e%2e%2fc", "a%0D%0Ab%2e%2e%2fc"),
                Arguments.of("ann\u202Egpj.exe", "anngpj.exe"),
                Arguments.of("\u2066a\u2069\u200F\uFEFF.txt", "a.txt"),
                Arguments.of("family \uD83D\uDC69\u200D\uD83D\uDC67.png", "family \uD83D\uDC69\u200D\uD83D\uDC67.png"),
                Arguments.of("half \uD83D.png", "half .png"),
                Arguments.of("cafe\u0301.txt", "caf\u00E9.txt"),
                Arguments.of("photo.jpg.JsP", "photo.jpg.JsP"),
                Arguments.of("CON", "_CON"),
                Arguments.of("nul.txt", "_nul.txt"),
                Arguments.of("COM1.tar.gz", "_COM1.tar.gz"),
                Arguments.of("CONSOLE.txt", "CONSOLE.txt"),
                Arguments.of("<script>\"|?*.html", "_script_____.html"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void clean_leavesWhatIsHarmless(String name, String cleaned) {
        assertEquals(cleaned, OriginalName.clean(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " ", ". "})
    void clean_longNameOfBlanksAndDots_takesNoLongTime(String run) {
        assertTimeout(Duration.ofSeconds(1), () -> OriginalName.clean("a" + run.repeat(50_000 / run.length()) + "b"));
    }

    @Test
    void clean_longNameKeepsItsExtension() {
        String cleaned = OriginalName.clean("x".repeat(100_000) + ".jpeg");
        assertEquals(OriginalName.MAX_LENGTH, cleaned.length());
        assertTrue(cleaned.endsWith("x.jpeg"), cleaned);
    }

    @Test
    void clean_longNameIsNotCutWithinACharacter() {
        String cleaned = OriginalName.clean("a" + "\uD83D\uDC69".repeat(1000));
        assertTrue(Character.isLowSurrogate(cleaned.charAt(cleaned.length() - 1)));
    }

    @Test
    void clean_longExtensionIsCutToo() {
        assertEquals(
                OriginalName.MAX_LENGTH,
                OriginalName.clean("a." + "x".repeat(1000)).length());
    }
}
