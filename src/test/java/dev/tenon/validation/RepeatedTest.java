package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that a query or form has several times. */
class RepeatedTest {
    @ParameterizedTest
    @CsvSource({"LIST,'[1, 2]'", "FIRST,1", "LAST,2"})
    void form_followsThePolicy(Repeated policy, String expected) {
        assertEquals(expected, check("a=1&a=2", policy).body("a").val().toString());
    }

    @ParameterizedTest
    @CsvSource({"FIRST,1", "LAST,2"})
    void record_followsThePolicy(Repeated policy, int expected) {
        assertEquals(expected, check("n=1&n=2", policy).as(Loose.class).n());
    }

    @Test
    void form_refused_isAnErrorOfItsOwn_inAFieldAndInARecord() {
        Check check = check("n=1&n=2", Repeated.REFUSE);
        check.body("n").toInt();
        assertEquals("duplicate", check.errors().get(0).code());
        for (String form : List.of(
                "n=1&n=2",
                "raw=1&raw=2",
                "tags=1&tags=2",
                "in.n=1&in.n=2",
                "raw.n=1&raw.n=2",
                "by%5Bk%5D=1&by%5Bk%5D=2")) {
            ValidationException refusal = assertThrows(
                    ValidationException.class,
                    () -> check(form, Repeated.REFUSE).as(Loose.class),
                    form);
            assertEquals(
                    List.of("duplicate"),
                    refusal.errors().stream().map(Violation::code).toList(),
                    form);
        }
    }

    @Test
    void form_refused_isToldOfWhatIsHandedOutUnasked() {
        Check check = check("a=1&b=2&b=3", Repeated.REFUSE).unknown(Unknown.ALLOW);
        check.body("a").toInt();
        ValidationException refusal = assertThrows(ValidationException.class, check::vals);
        assertEquals("b", refusal.errors().get(0).name());
        assertEquals("duplicate", refusal.errors().get(0).code());
    }

    @Test
    void json_ofTheSameName_isNotTheQuerys() {
        HttpServletRequest both =
                Requests.of("application/json", "{\"a\":[1,2]}".getBytes(StandardCharsets.UTF_8), "a=1&a=2");
        Check check = Check.of(both, options(Repeated.REFUSE));
        assertEquals(List.of(1, 2), check.body("a").isArray().val());
        check.query("a");
        assertEquals(
                List.of("query a duplicate"),
                check.errors().stream()
                        .map(e -> e.in() + " " + e.name() + " " + e.code())
                        .toList());
    }

    private static Check check(String form, Repeated policy) {
        return Check.of(Requests.form(form), options(policy));
    }

    private static ValidationOptions options(Repeated policy) {
        return ValidationOptions.builder().repeated(policy).build();
    }

    /** Whatever may be there. */
    record Loose(Integer n, Object raw, List<String> tags, Loose in, Map<String, Object> by) {}
}
