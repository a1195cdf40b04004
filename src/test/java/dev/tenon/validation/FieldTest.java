package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
    @Test
    void required_refusesOnlyTheAbsent() {
        assertEquals("required", code("{}", Field::required));
        assertEquals("", val("{\"x\":\"\"}", Field::required));
        assertNull(val("{\"x\":null}", Field::required));
    }

    @Test
    void optional_absentOrBlank_skipsTheRestAndLeavesItOut() {
        for (String json : List.of("{}", "{\"x\":\"\"}", "{\"x\":\" \\t\"}")) {
            Check check = check(json);
            check.body("x").optional().defaultTo("d").toInt().isIn(List.of(1));
            assertEquals(Map.of(), check.vals());
        }
    }

    @Test
    void optional_null_isAValue() {
        assertEquals("int", code("{\"x\":null}", field -> field.optional().toInt()));
    }

    @Test
    void optional_thenRequired_isSkipped_asEveryStep() {
        Check check = check("{\"x\":\" \"}");
        check.body("x").optional().required();
        assertEquals(Map.of(), check.vals());
    }

    @Test
    void optional_thenSet_goesOn() {
        assertEquals(3L, val("{}", field -> field.optional().set("3").toInt()));
    }

    @Test
    void defaultTo_setsTheAbsentOnly() {
        assertEquals("d", val("{}", field -> field.defaultTo("d")));
        assertEquals("", val("{\"x\":\"\"}", field -> field.defaultTo("d")));
    }

    @Test
    void chain_afterAFailure_isSkipped() {
        assertEquals(
                "int",
                code(
                        "{\"x\":\"a\"}",
                        field -> field.toInt().required().optional().isEmail().set("b")));
    }

    @Test
    void tip_isTheMessage() {
        assertEquals(
                "请填写用户名",
                error("{\"x\":\"a\"}", field -> field.trim().isLength(6, 20, "请填写用户名"))
                        .message());
        assertEquals(
                "x must be 6 to 20 long",
                error("{\"x\":\"a\"}", field -> field.isLength(6, 20)).message());
    }

    @Test
    void trim_refusing_borrowsTheNextTip() {
        Violation error = error(
                "{}", field -> field.trim().isString().isLength(6, 20, "first").isEmail("second"));
        assertEquals("first", error.message());
        assertEquals("string", error.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {" a b ", "\\t\\r\\na b\\u000b\\f", "\\u3000a b\\u00a0\\ufeff\\u2028"})
    void trim_removesEverySpaceAtTheEnds(String text) {
        assertEquals("a b", val("{\"x\":\"" + text + "\"}", Field::trim));
    }

    @Test
    void isLength_countsTextsAndLists() {
        assertEquals(
                Map.of("min", 2, "max", 3),
                error("{\"x\":\"a\"}", field -> field.isLength(2, 3)).params());
        assertEquals("abc", val("{\"x\":\"abc\"}", field -> field.isLength(2, 3)));
        assertEquals(List.of(1, 2), val("{\"x\":[1,2]}", field -> field.isLength(2, 3)));
        assertEquals("length", code("{\"x\":12}", field -> field.isLength(2, 3)));
    }

    @Test
    void isLength_boundsThatAreNone_areTheProgrammersFault() {
        Field field = check("{}").body("x");
        assertThrows(IllegalArgumentException.class, () -> field.isLength(3, 2));
        assertThrows(IllegalArgumentException.class, () -> field.isLength(-1, 2));
    }

    @Test
    void isIn_comparesNumbersExactlyAndTypesStrictly() {
        assertEquals(1, val("{\"x\":1}", field -> field.isIn(List.of(1L, 2L))));
        assertEquals("in", code("{\"x\":\"1\"}", field -> field.isIn(List.of(1))));
        assertEquals("in", code("{\"x\":1.0000000000000000001}", field -> field.isIn(List.of(1))));
        assertEquals("in", code("{}", field -> field.isIn(List.of("a"))));
    }

    @Test
    void eq_hidesTheExpectedValue() {
        Violation error = error("{\"x\":\"a\"}", field -> field.eq("secret"));
        assertEquals("eq", error.code());
        assertEquals(-1, error.toString().indexOf("secret"));
    }

    @Test
    void match_findsAnywhere() {
        Pattern digit = Pattern.compile("[0-9]");
        assertEquals("a1", val("{\"x\":\"a1\"}", field -> field.match(digit)));
        assertEquals("match", code("{\"x\":\"a\"}", field -> field.match(digit)));
        assertEquals("notMatch", code("{\"x\":\"a1\"}", field -> field.notMatch(digit)));
        assertEquals("a", val("{\"x\":\"a\"}", field -> field.notMatch(digit)));
        assertEquals("notMatch", code("{\"x\":1}", field -> field.notMatch(digit)));
    }

    @Test
    void match_endingTheStack_refuses() {
        Pattern recursive = Pattern.compile("^(a|b)*$");
        String json = "{\"x\":\"" + "ab".repeat(200_000) + "\"}";
        assertEquals("match", code(json, field -> field.match(recursive)));
        assertEquals("notMatch", code(json, field -> field.notMatch(recursive)));
    }

    @Test
    void check_andCheckPred_askTheApplication() {
        assertEquals("check", code("{\"x\":1}", field -> field.check(false, "no")));
        assertEquals(1, val("{\"x\":1}", field -> field.check(true).checkPred(Integer.valueOf(1)::equals)));
        assertEquals("check", code("{\"x\":1}", field -> field.checkPred(value -> value instanceof String)));
    }

    @Test
    void tap_setsWhatTheFunctionMakes() {
        assertEquals("<1>", val("{\"x\":1}", field -> field.tap(value -> "<" + value + ">")));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "+7,7", "-12,-12", "9007199254740991,9007199254740991"})
    void toInt_readsDigits(String text, long number) {
        assertEquals(number, val("{\"x\":\"" + text + "\"}", Field::toInt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" 1\"",
                "\"01\"",
                "\"1.0\"",
                "\"1e3\"",
                "\"9007199254740992\"",
                "\"99999999999999999999\"",
                "1.5",
                "1e400",
                "1e9999",
                "1e-9999",
                "9007199254740992",
                "true",
                "null",
                "[]",
                "[\"1\"]",
                "{}",
                "\"１\""
            })
    void toInt_refuses(String json) {
        assertEquals("int", code("{\"x\":" + json + "}", Field::toInt));
    }

    @Test
    void toInt_takesWholeNumbers() {
        assertEquals(99_999_999_999L, val("{\"x\":99999999999}", Field::toInt));
        assertEquals(1000L, val("{\"x\":1e3}", Field::toInt));
        assertEquals(2L, val("{\"x\":2.0}", Field::toInt));
    }

    @Test
    void isInt_takesNumbersOnlyAndKeepsThem() {
        assertEquals(5, val("{\"x\":5}", Field::isInt));
        assertEquals("int", code("{\"x\":\"5\"}", Field::isInt));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"true\"',true", "'\"ON\"',true", "'\"1\"',true", "1,true", "true,true", "'\"false\"',false", "'\"0\"',false",
        "'\"off\"',false", "'\"No\"',false", "'\"\"',false", "0,false", "0.0,false", "null,false", "false,false"
    })
    void toBoolean_knowsItsTokens(String json, boolean expected) {
        assertEquals(expected, val("{\"x\":" + json + "}", Field::toBoolean));
    }

    @Test
    void toBoolean_absent_isFalse() {
        assertEquals(false, val("{}", Field::toBoolean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"maybe\"", "2", "[]", "{}", "\" true\""})
    void toBoolean_refuses(String json) {
        assertEquals("boolean", code("{\"x\":" + json + "}", Field::toBoolean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "first.last+tag@sub.example.org", "用户@例子.公司", "o'hara@x-y.com"})
    void isEmail_takes(String address) {
        assertEquals(address, val("{\"x\":\"" + address + "\"}", Field::isEmail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.co",
                "a@",
                "a@b",
                "a@b.c",
                "a b@c.de",
                ".a@b.co",
                "a..b@c.de",
                "a@-b.co",
                "a@b-.co",
                "a@b..co",
                "a@b.co\\n",
                "a@b@c.de",
                "a@1.2.3.4"
            })
    void isEmail_refuses(String address) {
        assertEquals("email", code("{\"x\":\"" + address + "\"}", Field::isEmail));
    }

    @Test
    void isEmail_hostileText_isQuick() {
        String json = "{\"x\":\"" + "a.".repeat(100_000) + "@" + "a-".repeat(100_000) + "\"}";
        assertEquals("email", code(json, Field::isEmail));
    }

    @Test
    void val_ofARefusedValue_isNeverHandedOut() {
        Check check = check("{\"x\":\"a\",\"y\":\"b\"}");
        check.body("y").toInt();
        ValidationException refusal =
                assertThrows(ValidationException.class, check.body("x").toInt()::val);
        assertEquals(2, refusal.errors().size());
    }

    @Test
    void pointer_isEscaped() {
        Check check = check("{}");
        check.body("a/b~c d").required();
        assertEquals("/a~1b~0c d", check.errors().get(0).pointer());
        ValidationException refusal = assertThrows(ValidationException.class, check::vals);
        assertTrue(refusal.problem().toJson().contains("\"pointer\":\"#/a~1b~0c%20d\""));
    }

    private static Check check(String json) {
        return Check.of(Requests.json(json));
    }

    private static Object val(String json, UnaryOperator<Field> chain) {
        return chain.apply(check(json).body("x")).val();
    }

    private static String code(String json, UnaryOperator<Field> chain) {
        return error(json, chain).code();
    }

    private static Violation error(String json, UnaryOperator<Field> chain) {
        Violation violation = chain.apply(check(json).body("x")).violation();
        assertNotNull(violation);
        return violation;
    }
}
