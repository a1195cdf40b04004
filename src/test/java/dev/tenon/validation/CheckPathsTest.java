package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that lead inside, and wildcards. */
class CheckPathsTest {
    private final Check check = check(
            "{\"address\":{\"city\":\"Köln\"},\"a.b\":1,\"items\":[{\"qty\":\"2\"},{},{\"qty\":\"x\"}],\"by\":{\"k/1\":{\"n\":0}}}");

    @Test
    void path_leadsInside() {
        assertEquals("Köln", check.body("address.city").val());
        assertEquals("2", check.body("items[0].qty").val());
        assertEquals("x", check.body("items.2.qty").val());
        assertNull(check.body("items[9].qty").val());
    }

    @Test
    void path_thatIsAName_isTheName() {
        assertEquals(1, check.body("a.b").val());
    }

    @Test
    void wildcard_judgesEachElement() {
        check.body("items.*.qty").required().toInt();
        assertEquals(
                List.of("items[1].qty required /items/1/qty", "items[2].qty int /items/2/qty"),
                check.errors().stream()
                        .map(error -> error.name() + " " + error.code() + " " + error.pointer())
                        .toList());
    }

    @Test
    void wildcard_overMembers_escapesTheirNames() {
        check.body("by.*.n").gte(1);
        assertEquals("/by/k~11/n", check.errors().get(0).pointer());
    }

    @Test
    void wildcard_ofNothing_isNoError() {
        Check empty = check("{\"items\":\"none\"}");
        empty.body("items.*.qty").required().toInt();
        assertEquals(Map.of(), empty.vals());
    }

    @Test
    void wildcard_val_isTheListOfThosePresent() {
        Check good = check("{\"items\":[{\"qty\":\"1\"},{},{\"qty\":\"3\"}]}");
        good.body("items.*.qty").optional().toInt();
        assertEquals(Map.of("items.*.qty", List.of(1L, 3L)), good.vals());
    }

    @Test
    void errors_areSortedByDeclarationThenIndexThenStep() {
        Check wrong = check("{\"b\":\"abc\",\"a\":[\"\",\"12345\"]}");
        wrong.body("b").isLength(5, 9).isNumeric();
        wrong.body("a.*").isLength(1, 4).isAlpha();
        assertEquals(
                List.of("b length", "b numeric", "a[0] length", "a[1] length", "a[1] alpha"),
                wrong.errors().stream()
                        .map(error -> error.name() + " " + error.code())
                        .toList());
    }

    @Test
    void form_namesNest() {
        String form = "items%5B0%5D.qty=1&items%5B1%5D.qty=x&tags%5B%5D=a&who%5Bcity%5D=Bonn";
        Check nested = Check.of(Requests.of(null, new byte[0], form));
        nested.query("items.*.qty").toInt();
        assertEquals("items[1].qty", nested.errors().get(0).name());
        assertEquals(
                List.of("a"),
                Check.of(Requests.of(null, new byte[0], form)).query("tags.*").val());
    }

    @Test
    void hostileNames_areNoPaths() {
        String form = "a%5B=1&%5D=2&a..b=3&.=4&%5B%5D%5B%5D=5&" + "x%5B0%5D".repeat(9) + "=6";
        Check odd = Check.of(Requests.of(null, form.getBytes(StandardCharsets.UTF_8), form));
        assertTrue(odd.query("q.*").errors().isEmpty());
    }

    @Test
    void form_containerOfNestedNames_isThere() {
        String form = "items%5B0%5D.qty=1&tags%5B%5D=a&tags%5B%5D=b&who%5Bcity%5D=Bonn&plain=1";
        Check nested = Check.of(Requests.form(form));
        assertEquals(
                List.of(Map.of("qty", "1")),
                nested.body("items").required().isArray().val());
        assertEquals(List.of("a", "b"), nested.body("tags").required().val());
        assertEquals(Map.of("city", "Bonn"), nested.body("who").optional().val());
        assertEquals("1", nested.body("plain").val());
        assertNull(nested.body("item").val());
    }

    @Test
    void anySource_prefersTheBody_alsoInside() {
        assertEquals("good", either("{\"address\":{\"city\":\"good\"}}", "address.city=evil", "address.city"));
        assertEquals(
                List.of("good"),
                either("{\"items\":[{\"n\":\"good\"}]}", "items%5B0%5D.n=evil&items%5B1%5D.n=evil", "items.*.n"));
        assertEquals("query", either("{\"address\":{\"zip\":1}}", "address.city=query", "address.city"));
        assertEquals(List.of("query"), either("{\"items\":[]}", "items%5B0%5D.n=query", "items.*.n"));
    }

    private static Object either(String json, String query, String name) {
        return Check.of(Requests.of("application/json", json.getBytes(StandardCharsets.UTF_8), query))
                .field(name)
                .val();
    }

    private static Check check(String json) {
        @SuppressWarnings("unchecked")
        Map<String, Object> body = (Map<String, Object>) Json.parse(json);
        return Check.of(body);
    }
}
