package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret is shown nowhere: neither in an error nor in the form that is shown again. */
class SecretsTest {
    private static final ValidationOptions SHOWING =
            ValidationOptions.builder().showsValues(true).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user\":{\"password\":\"typed\"}}",
                "{\"user\":[{\"password\":\"typed\"}]}",
                "{\"user\":[\"typed\"]}"
            })
    void valueWithOthersInside_isNotShown(String json) {
        Check check = Check.of(Requests.json(json), SHOWING);
        check.body("user").isString();
        assertFalse(told(check).contains("typed"), told(check));
        Check bound = Check.of(Requests.json(json), SHOWING);
        String refusal = assertThrows(ValidationException.class, () -> bound.as(User.class))
                .problem()
                .toJson();
        assertFalse(refusal.contains("typed"), refusal);
    }

    @Test
    void secret_isKeptByTheRecord_too() {
        Check check =
                Check.of(Requests.json("{\"code\":\"typed\",\"in\":[{\"code\":\"typed\"}],\"n\":\"shown\"}"), SHOWING);
        check.body("code").secret();
        check.body("in.*.code").secret();
        String refusal = assertThrows(ValidationException.class, () -> check.as(Code.class))
                .problem()
                .toJson();
        assertFalse(refusal.contains("typed"), refusal);
        assertTrue(refusal.contains("\"value\":\"shown\""), refusal);
    }

    @Test
    void file_thatIsRefused_hasNoValueToShow() {
        Check check = Check.of(Requests.upload(List.of(part())), SHOWING);
        check.file("picture").isFileSize(10, 20);
        assertFalse(told(check).contains("value\""), told(check));
    }

    @Test
    void repeatedName_thatIsRefused_hasNoValueToShow() {
        Check check = Check.of(
                Requests.form("a=1&a=2"),
                SHOWING.toBuilder().repeated(Repeated.REFUSE).build());
        check.body("a").toInt();
        assertEquals("duplicate", check.errors().get(0).code());
        assertFalse(told(check).contains("value\""), told(check));
    }

    @Test
    void secretThatLeadsInside_isNotKeptForThePage() {
        HttpServletRequest request =
                Requests.form("cards%5B0%5D%5Bcode%5D=4711&cards%5B1%5D.code=4712&who%5Bnote%5D=4713"
                        + "&tags%5B%5D=4714&plain=4715&whole.a=4716&whole%5Bb%5D=4717&cards%5B0%5D.name=Ann");
        Check check = Check.of(request);
        for (String name : List.of("cards.*.code", "who.note", "tags", "plain", "whole")) {
            check.body(name).secret();
        }
        assertEquals(
                Map.of("cards[0].name", List.of("Ann")),
                RejectedForm.of(request, check.errors()).kept().get("input"));
    }

    @Test
    void secret_ofOneCheck_isOneOfTheNext() {
        HttpServletRequest request = Requests.json("{\"code\":\"typed\"}");
        Check.of(request, SHOWING).body("code").secret();
        Check next = Check.of(request, SHOWING);
        next.body("code").toInt();
        assertFalse(told(next).contains("typed"), told(next));
    }

    @Test
    void keptMessages_countWithTheirNames() {
        StringBuilder form = new StringBuilder("a=1");
        for (int i = 0; i < 20; i++) {
            form.append('&').append("x".repeat(4_000)).append(i).append("=1");
        }
        HttpServletRequest request = Requests.form(form.toString());
        Check check = Check.of(request).unknown(Unknown.REFUSE);
        check.body("a").isLength(5, 9);
        Rejection rejection = RejectedForm.of(request, check.errors());
        assertEquals(List.of("a must be 5 to 9 long"), rejection.messages("a"));
        assertTrue(size(rejection.kept()) <= 16_384, "characters: " + size(rejection.kept()));
    }

    private static int size(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .mapToInt(one ->
                            (one.getKey().equals("messages") || one.getKey().equals("input") ? 0 : size(one.getKey()))
                                    + size(one.getValue()))
                    .sum();
        }
        return value instanceof List<?> items
                ? items.stream().mapToInt(SecretsTest::size).sum()
                : value.toString().length();
    }

    private static String told(Check check) {
        return assertThrows(ValidationException.class, check::vals).problem().toJson();
    }

    private static Part part() {
        return (Part) Proxy.newProxyInstance(
                SecretsTest.class.getClassLoader(),
                new Class<?>[] {Part.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getSize" -> 5L;
                    case "getName", "getSubmittedFileName" -> "picture";
                    default -> null;
                });
    }

    record User(String user) {}

    record Inner(int code) {}

    record Code(int code, List<Inner> in, int n) {}
}
