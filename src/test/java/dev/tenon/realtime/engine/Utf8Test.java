package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u007f\u0080", "é", "\u07ff\u0800", "请填写", "😀", "a😀é请"})
    void length_isThatOfTheEncodedText(String text) {
        assertEquals(text.getBytes(StandardCharsets.UTF_8).length, Utf8.length(text));
    }

    @Test
    void length_ofHalfAPair() {
        assertEquals(4, Utf8.length("a\ud83d"));
        assertEquals(4, Utf8.length("\ude00a"));
    }
}
