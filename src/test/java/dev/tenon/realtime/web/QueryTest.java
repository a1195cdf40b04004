package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    void parameters_areDecoded() {
        assertEquals(
                Map.of("&a", List.of("&=?a"), "b", List.of("1", "2"), "c", List.of(""), "d", List.of("请 x")),
                Query.parse("%26a=%26%3D%3Fa&b=1&b=2&c&d=%E8%AF%B7+x&"));
    }

    @Test
    void percentSign_thatBeginsNoEscape_standsForItself() {
        assertEquals(Map.of("a", List.of("100%")), Query.parse("a=100%"));
    }

    @Test
    void noQuery_hasNoParameters() {
        assertEquals(Map.of(), Query.parse(null));
        assertEquals(Map.of(), Query.parse(""));
    }

    @Test
    void last_ofSeveral() {
        assertEquals("2", Query.last(Query.parse("a=1&a=2"), "a"));
        assertNull(Query.last(Map.of(), "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "a",
                "a=",
                "=a",
                "a=1",
                "a=1&a=2",
                "a=1&b=2",
                "b=2&a=1&",
                "%61=1",
                "aa=1",
                "a=1=2",
                "b&a",
                "a=%20",
                "a=%"
            })
    void last_withoutParsing_isTheSame(String query) {
        for (String name : List.of("a", "b")) {
            assertEquals(Query.last(Query.parse(query), name), Query.last(query, name), query);
        }
        assertNull(Query.last((String) null, "a"));
    }
}
