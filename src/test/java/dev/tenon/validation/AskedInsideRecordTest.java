package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record of which an application asked for parts of components by name: the other parts come from the request all the same. */
class AskedInsideRecordTest {
    @Test
    void member_isPutOverItsSiblings() {
        Check check = Check.of(Requests.json("{\"address\":{\"city\":\"Bonn\",\"zip\":\" 53111 \"},\"note\":\"n\"}"));
        check.body("address.zip").trim().isLength(5, 5);
        assertEquals(new Order(new Address("Bonn", "53111"), "n"), check.as(Order.class));
    }

    @Test
    void memberOfEachElement_isPutOverItsSiblings() {
        Check check =
                Check.of(Requests.json("{\"lines\":[{\"sku\":\"a\",\"qty\":\"1\"},{\"sku\":\"b\",\"qty\":\"2\"}]}"));
        check.body("lines.*.qty").toInt().gte(1);
        assertEquals(new Basket(List.of(new Line("a", 1), new Line("b", 2))), check.as(Basket.class));
    }

    @Test
    void memberOfNoElement_leavesTheListEmpty() {
        Check check = Check.of(Requests.json("{\"lines\":[]}"));
        check.body("lines.*.qty").toInt();
        assertEquals(new Basket(List.of()), check.as(Basket.class));
    }

    @Test
    void memberThatIsLeftOut_isTakenAway() {
        Check check = Check.of(Requests.json("{\"address\":{\"city\":\"Bonn\",\"zip\":\"\"},\"note\":\"n\"}"));
        check.body("address.zip").optional().isLength(5, 5);
        assertEquals(new Order(new Address("Bonn", null), "n"), check.as(Order.class));
    }

    @Test
    void elementThatIsLeftOut_isTakenAway() {
        Check check = Check.of(Requests.json("{\"tags\":[\"a\",\"\",\"c\"]}"));
        check.body("tags.*").optional().uppercase();
        assertEquals(new Tags(List.of("A", "C")), check.as(Tags.class));
    }

    @Test
    void askedInside_doesNotHideThatTheContainerIsNone() {
        Check check = Check.of(Requests.json("{\"address\":\"Bonn\"}"));
        check.body("address.zip").optional();
        ValidationException refusal = assertThrows(ValidationException.class, () -> check.as(Order.class));
        assertEquals(
                List.of("address object"),
                refusal.errors().stream().map(e -> e.name() + " " + e.code()).toList());
        Check none = Check.of(Requests.json("{\"address\":null}"));
        none.body("address.zip").optional();
        assertEquals(new Order(null, null), none.as(Order.class));
    }

    @Test
    void keyOfDigits_isTheKeyOfAMap() {
        Check check = Check.of(Map.of("m", Map.of("0", "1", "b", "2")));
        check.body("m.0").toInt();
        check.body("m.b").toInt();
        assertEquals(new Counts(Map.of("0", 1, "b", 2)), check.as(Counts.class));
    }

    @Test
    void fieldOfAForm_askedForByItsWholeName_isTheOneInside() {
        Check check = Check.of(
                        Requests.form("address.zip=+53111+&address%5Bcity%5D=Bonn&lines%5B0%5D.qty=1&tags%5B%5D=+a+"))
                .unknown(Unknown.REFUSE);
        check.body("address.zip").trim().isLength(5, 5);
        check.body("address[city]");
        check.body("lines[0].qty").toInt();
        check.body("tags[]").toArray();
        check.vals();
        assertEquals(new Address("Bonn", "53111"), check.as(Form.class).address());
    }

    @Test
    void formOfIndexes_isAMap_too() {
        assertEquals(
                new Counts(Map.of("0", 1, "1", 2)),
                Check.of(Requests.form("m%5B0%5D=1&m%5B1%5D=2")).as(Counts.class));
        assertEquals(
                new Counts(Map.of("17", 1, "a", 2)),
                Check.of(Requests.form("m%5B17%5D=1&m%5Ba%5D=2")).as(Counts.class));
        assertThrows(ValidationException.class, () -> Check.of(Requests.json("{\"m\":[1]}"))
                .as(Counts.class));
    }

    record Address(String city, String zip) {}

    record Order(Address address, String note) {}

    record Line(String sku, int qty) {}

    record Basket(List<Line> lines) {}

    record Tags(List<String> tags) {}

    record Counts(Map<String, Integer> m) {}

    record Form(Address address, List<Line> lines, List<String> tags) {}
}
