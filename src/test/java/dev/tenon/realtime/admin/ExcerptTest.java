package dev.tenon.realtime.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    record Order(String item, int count, LocalDate day) {}

    @Test
    void smallValue_isShownAsItIs() {
        assertEquals(Arrays.asList("a", 1, true, null), Excerpt.of(Arrays.asList("a", 1, true, null)));
        assertEquals(
                Map.of("item", "tea", "count", 2, "day", "2026-11-25"),
                Excerpt.of(new Order("tea", 2, LocalDate.of(2026, 11, 25))));
        assertEquals(List.of(1, 2), Excerpt.of(new int[] {1, 2}));
    }

    @Test
    void bytes_andWhatHasNoForm_areToldInWords() {
        assertEquals(List.of("3 bytes", "java.lang.Thread"), Excerpt.of(List.of(new byte[3], Thread.currentThread())));
    }

    @Test
    void listThatAnotherThreadChanges_isToldByItsName() {
        List<Object> changing = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new ConcurrentModificationException();
            }

            @Override
            public int size() {
                return 1;
            }
        };
        assertEquals(Map.of("orders", changing.getClass().getName()), Excerpt.of(Map.of("orders", changing)));
    }

    @Test
    void longText_isCut() {
        String shown = (String) Excerpt.of("x".repeat(1_000_000));
        assertTrue(shown.length() <= 10_001 && shown.endsWith("x…"), () -> shown.length() + " characters");
    }

    @Test
    void manyValues_areCut() {
        String names = Json.write(Excerpt.of(Collections.nCopies(100_000, Map.of("name", 1))));
        String members = Json.write(Excerpt.of(new TreeMap<>(Map.of("a", "x".repeat(20_000), "b", 1))));
        assertTrue(names.length() < 20_000, () -> names.length() + " characters");
        assertTrue(members.length() < 11_000 && members.endsWith("\"…\":\"…\"}"), members);
    }

    @Test
    void deepValue_isCut_alsoOneThatIsInItself() {
        List<Object> inItself = new ArrayList<>();
        inItself.add(inItself);
        assertTrue(Json.write(Excerpt.of(inItself)).contains("…"));
    }
}
