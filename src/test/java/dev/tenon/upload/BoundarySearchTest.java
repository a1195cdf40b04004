package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundarySearchTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "aa", "abab", "-", "--", "aaaaaaaaab", "baaaaaaaaa"})
    void find_agreesWithTheObviousSearch(String boundary) {
        String delimiter = "\r\n--" + boundary;
        BoundarySearch search = new BoundarySearch(bytes(delimiter));
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = text(random, delimiter);
            int from = random.nextInt(4);
            assertEquals(text.indexOf(delimiter, from), search.find(bytes(text), from, text.length()), text);
        }
    }

    @Test
    void find_looksNoFurtherThanTold() {
        BoundarySearch search = new BoundarySearch(bytes("\r\n--x"));
        byte[] text = bytes("ab\r\n--x");
        assertEquals(-1, search.find(text, 0, text.length - 1));
        assertEquals(-1, search.find(text, 3, text.length));
        assertEquals(2, search.find(text, 2, text.length));
    }

    /** Pieces of the delimiter, so that near misses are common and hits are not rare. */
    private static String text(Random random, String delimiter) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 40) {
            int from = random.nextInt(delimiter.length());
            text.append(delimiter, from, from + 1 + random.nextInt(delimiter.length() - from));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
