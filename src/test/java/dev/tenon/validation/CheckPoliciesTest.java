package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.TenonException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a check stops, what it does with what nobody asked for, limits, languages, secrets, rules that answer later. */
class CheckPoliciesTest {
    @Test
    void errors_areAllCollectedByDefault() {
        Check check = Check.of(Map.of("x", "ab", "y", 1));
        check.body("x").isLength(3, 9).isNumeric().isIn(List.of("123"));
        check.body("y").gt(3).toText().isLength(5, 9);
        assertEquals(List.of("x length", "x numeric", "x in", "y gt", "y length"), codes(check));
    }

    @Test
    void stopAtField_tellsTheFirstOfEach() {
        Check check = Check.of(Map.of("x", "ab", "y", "c")).stop(Stop.FIELD);
        check.body("x").isLength(3, 9).isNumeric();
        check.body("y").isLength(3, 9).isNumeric();
        assertEquals(List.of("x length", "y length"), codes(check));
    }

    @Test
    void bail_stopsOneChain() {
        Check check = Check.of(Map.of("x", "ab"));
        check.body("x").isLength(3, 9).bail().isNumeric();
        assertEquals(List.of("x length"), codes(check));
    }

    @Test
    void stopAtRequest_throwsAtTheFirst_asKoaBouncer() {
        Check check = Check.of(Map.of("x", "ab")).stop(Stop.REQUEST);
        Field field = check.body("x");
        ValidationException refusal = assertThrows(ValidationException.class, field::toInt);
        assertEquals(1, refusal.errors().size());
    }

    @Test
    void unknown_isStrippedRefusedOrAllowed() {
        Map<String, Object> body = Map.of("a", 1, "admin", true);
        Check strip = Check.of(body);
        strip.body("a");
        assertEquals(Map.of("a", 1), strip.vals());
        Check allow = Check.of(body).unknown(Unknown.ALLOW);
        allow.body("a").toText();
        assertEquals(Map.of("a", "1", "admin", true), allow.vals());
        Check refuse = Check.of(body).unknown(Unknown.REFUSE);
        refuse.body("a");
        assertEquals(List.of("admin unknown"), codes(refuse));
        assertThrows(ValidationException.class, refuse::vals);
    }

    @Test
    void unknown_insideElements_isRefused() {
        Check check = Check.of(Map.of("items", List.of(Map.of("qty", 1, "price", 0)), "whole", Map.of("any", 1)))
                .unknown(Unknown.REFUSE);
        check.body("items.*.qty");
        check.body("whole");
        assertEquals(List.of("items[0].price unknown"), codes(check));
    }

    @ParameterizedTest
    @CsvSource({"LIST,'[1, 2]'", "FIRST,1", "LAST,2"})
    void repeated_meansWhatThePolicySays(Repeated policy, String expected) {
        ValidationOptions options = ValidationOptions.builder().repeated(policy).build();
        Check check = Check.of(Requests.of(null, new byte[0], "a=1&a=2"), options);
        assertEquals(expected, check.query("a").val().toString());
    }

    @Test
    void repeated_refused_isAnError() {
        ValidationOptions options =
                ValidationOptions.builder().repeated(Repeated.REFUSE).build();
        Check check = Check.of(Requests.of(null, new byte[0], "a=1&a=2&b=1"), options);
        check.query("a").toInt();
        check.query("b").toInt();
        assertEquals(List.of("a duplicate"), codes(check));
    }

    @Test
    void duplicateKey_isRefusedUnlessAllowed() {
        assertEquals(
                400, status("{\"a\":1,\"a\":2}", ValidationOptions.builder().build()));
        ValidationOptions lenient =
                ValidationOptions.builder().duplicateKeys(true).build();
        assertEquals(
                2,
                Check.of(Requests.json("{\"a\":1,\"a\":2}"), lenient).body("a").val());
    }

    @Test
    void limits_holdWhileJsonIsRead() {
        assertEquals(
                400,
                status(
                        "{\"a\":[[[1]]]}",
                        ValidationOptions.builder().maxDepth(3).build()));
        assertEquals(
                400,
                status(
                        "{\"a\":1,\"b\":2}",
                        ValidationOptions.builder().maxKeys(1).build()));
        assertEquals(
                400,
                status(
                        "{\"a\":[1,2,3]}",
                        ValidationOptions.builder().maxItems(2).build()));
        assertEquals(
                400,
                status(
                        "{\"a\":\"abcd\"}",
                        ValidationOptions.builder().maxText(3).build()));
        assertEquals(
                413,
                status(
                        "{\"a\":\"abcd\"}",
                        ValidationOptions.builder().maxBody(9).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&b=2&c=3&d=4", "a=1&a=2&a=3&a=4", "a=12345"})
    void limits_holdForQueries(String query) {
        ValidationOptions options =
                ValidationOptions.builder().maxKeys(2).maxItems(3).maxText(4).build();
        Check check = Check.of(Requests.of(null, new byte[0], query), options);
        TenonException refusal = assertThrows(TenonException.class, () -> check.query("a"));
        assertEquals(400, refusal.problem().status());
    }

    @Test
    void maxErrors_boundsTheAnswer() {
        ValidationOptions options =
                ValidationOptions.builder().maxErrors(2).status(400).build();
        Check check = Check.of(Requests.json("{\"a\":[1,2,3,4]}"), options);
        check.body("a.*").isString();
        ValidationException refusal = assertThrows(ValidationException.class, check::vals);
        assertEquals(2, refusal.errors().size());
        assertEquals(400, refusal.problem().status());
    }

    @Test
    void messages_areInTheLanguageOfTheReader() {
        assertEquals("请填写uname", message(Locale.CHINA));
        assertEquals("uname fehlt", message(Locale.FRENCH, Locale.GERMAN));
        assertEquals("uname is required", message(Locale.FRENCH));
        assertEquals("uname is required", message());
    }

    private static String message(Locale... languages) {
        Check check = Check.of(Map.of()).languages(languages);
        check.body("uname").required();
        return check.errors().get(0).message();
    }

    @Test
    void values_areShownOnlyWhereAsked_andSecretsNever() {
        assertFalse(wrong(false).contains("typed"));
        String shown = wrong(true);
        assertTrue(shown.contains("\"value\":\"typed-x\""), shown);
        assertFalse(shown.contains("typed-p"), shown);
        assertFalse(shown.contains("typed-s"), shown);
    }

    private static String wrong(boolean shown) {
        ValidationOptions options =
                ValidationOptions.builder().showsValues(shown).build();
        Check check =
                Check.of(Requests.json("{\"x\":\"typed-x\",\"password\":\"typed-p\",\"answer\":\"typed-s\"}"), options);
        check.body("x").toInt();
        check.body("password").toInt();
        check.body("answer").toInt().secret();
        return assertThrows(ValidationException.class, check::vals).problem().toJson();
    }

    @Test
    void requiredIf_followsAnotherField() {
        for (String kind : List.of("firm", "person")) {
            Check check = Check.of(Map.of("kind", kind));
            Field type = check.body("kind").isIn(List.of("firm", "person"));
            check.body("vat").requiredIf(type, "firm").isLength(5, 9);
            assertEquals(kind.equals("firm") ? List.of("vat required") : List.of(), codes(check));
        }
    }

    @Test
    void sameAs_comparesTwoFields() {
        Check check = Check.of(Map.of("password", "one", "again", "two"));
        Field password = check.body("password").isLength(3, 9);
        check.body("again").sameAs(password);
        assertEquals("again must be the same as password", check.errors().get(0).message());
        assertEquals(Map.of("other", "password"), check.errors().get(0).params());
    }

    @Test
    void check_ofTheRequest_namesNoField() {
        Check check = Check.of(Map.of()).check(true, "never").checkNot(true, "closed on Sundays");
        assertEquals(List.of(" check"), codes(check));
        assertEquals("closed on Sundays", check.errors().get(0).message());
    }

    @Test
    void asyncRule_isAskedOnlyOfWhatIsRight() {
        AtomicInteger asked = new AtomicInteger();
        Check check = Check.of(Map.of("a", "taken", "b", "free", "c", 7));
        for (String name : List.of("a", "b", "c")) {
            check.body(name).isString().checkAsync(value -> {
                asked.incrementAndGet();
                return CompletableFuture.supplyAsync(() -> !value.equals("taken"));
            });
        }
        assertEquals(List.of("a check", "c string"), codes(check));
        assertEquals(2, asked.get());
    }

    @Test
    void asyncRule_beyondTheDeadline_is503AndCancelled() {
        Check check = Check.of(Map.of("a", 1, "b", 2)).deadline(Duration.ofMillis(20));
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        check.body("a").checkAsync(value -> first);
        check.body("b").checkAsync(value -> second);
        TenonException late = assertThrows(TenonException.class, check::vals);
        assertEquals(503, late.problem().status());
        assertTrue(first.isCancelled() && second.isCancelled());
    }

    @Test
    void asyncRules_thatRefuseTenThousandElements_doNotRecurse() {
        Check check = Check.of(Map.of("a", Collections.nCopies(10_000, 1))).stop(Stop.REQUEST);
        check.body("a.*").checkAsync(any -> CompletableFuture.completedFuture(false));
        assertEquals(
                1, assertThrows(ValidationException.class, check::vals).errors().size());
    }

    @Test
    void asyncRules_underStopAtRequest_endAtTheFirstRefusal_andTheOthersAreCancelled() {
        Check check = Check.of(Map.of("a", 1, "b", 2)).stop(Stop.REQUEST);
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        check.body("a").checkAsync(any -> CompletableFuture.completedFuture(false));
        check.body("b").checkAsync(any -> never);
        ValidationException refusal = assertThrows(ValidationException.class, check::vals);
        assertEquals(
                List.of("a"), refusal.errors().stream().map(Violation::name).toList());
        assertTrue(never.isCancelled());
    }

    @Test
    void limits_thatCannotBeKept_areNone() {
        ValidationOptions.Builder builder = ValidationOptions.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.maxBody(Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> builder.deadline(Duration.ofDays(200_000)));
        Check check = Check.of(
                Requests.json("{\"a\":1}"),
                builder.maxBody(1 << 30).deadline(Duration.ofHours(1)).build());
        check.body("a").checkAsync(any -> CompletableFuture.completedFuture(true));
        assertEquals(Map.of("a", 1), check.vals());
    }

    @Test
    void asyncRule_thatFails_isTheApplicationsFault() {
        Check check = Check.of(Map.of("a", 1));
        check.body("a").checkAsync(value -> CompletableFuture.failedFuture(new IllegalStateException("no database")));
        assertThrows(IllegalStateException.class, check::vals);
    }

    @Test
    void ownMethod_isOneStep() {
        Check check = Check.of(Map.of("zip", " 5000 "));
        check.body("zip").with(CheckPoliciesTest::postcode);
        assertEquals("a postcode has five digits", check.errors().get(0).message());
        assertEquals("postcode", check.errors().get(0).code());
    }

    @Test
    void ownMethod_isTakenWithEachElement_andMakesValues() {
        Check check = Check.of(Map.of("zips", List.of(" 5000 ", " 50667 ", "1")));
        check.body("zips.*").with(CheckPoliciesTest::postcode);
        assertEquals(List.of("zips[0] postcode", "zips[2] postcode"), codes(check));
        Field good = Check.of(Map.of("zip", " 50667 ")).body("zip").with(CheckPoliciesTest::postcode);
        assertEquals("50667", good.val());
    }

    @Test
    void ownMethod_isSkippedAsEveryStep() {
        Check check = Check.of(Map.of("zip", 7));
        check.body("zip").isString().with(CheckPoliciesTest::postcode);
        check.body("none").optional().with(CheckPoliciesTest::postcode);
        assertEquals(List.of("zip string"), codes(check));
    }

    private static Field postcode(Field field) {
        return field.trim()
                .checkPred("postcode", value -> ((String) value).length() == 5, "a postcode has five digits");
    }

    private static int status(String json, ValidationOptions options) {
        Check check = Check.of(Requests.json(json), options);
        return assertThrows(TenonException.class, () -> check.body("a"))
                .problem()
                .status();
    }

    private static List<String> codes(Check check) {
        return check.errors().stream()
                .map(error -> error.name() + " " + error.code())
                .toList();
    }
}
