package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import dev.tenon.kernel.TenonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing overflows, and nothing is cut or rounded without a word. */
class ExactNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
        "'\"9223372036854775807\"',9223372036854775807",
        "'\"+9223372036854775807\"',9223372036854775807",
        "'\"-9223372036854775808\"',-9223372036854775808",
        "9007199254740993,9007199254740993",
        "9007199254740993.0,9007199254740993",
        "1e18,1000000000000000000",
        "9223372036854775807.000,9223372036854775807",
        "'\"-0\"',0"
    })
    void toLong_keepsAll64Bits(String json, long number) {
        assertEquals(number, val(json, Field::toLong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "\"9223372036854775808\"",
                "\"-9223372036854775809\"",
                "18446744073709551617",
                "\"18446744073709551617\"",
                "1e19",
                "1e9999",
                "1e-9999",
                "0.1",
                "9223372036854775807.5",
                "1.0000000000000000000000001",
                "\"1.0\"",
                "\"1e3\"",
                "\"007\"",
                "\" 7\"",
                "\"\"",
                "\"+\"",
                "\"0x10\"",
                "\"\u0661\"",
                "true",
                "null",
                "[]"
            })
    void toLong_refusesWhatIsNoWholeNumberOf64Bits(String json) {
        assertEquals("long", code(json, Field::toLong));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "0.10,0.10",
        "'\"0.10\"',0.10",
        "'\".5\"',0.5",
        "'\"-0.50\"',-0.50",
        "12345678901234567890.123456789012345678901234567890,12345678901234567890.123456789012345678901234567890",
        "'\"12345678901234567890.123456789012345678901234567890\"',12345678901234567890.123456789012345678901234567890",
        "1e400,1E+400"
    })
    void toDecimal_keepsEveryDigit(String json, BigDecimal number) {
        assertEquals(number, val(json, Field::toDecimal));
    }

    @ParameterizedTest
    @CsvSource({
        "123456.78",
        "-123456.78",
        "0.01",
        "-0.01",
        "0",
        "0.000",
        "123456.7800",
        "000123456.78",
        "1E+5",
        "999999.99"
    })
    void digits_takesWhatFits(String number) {
        Object exact = new BigDecimal(number);
        assertEquals(exact, Check.of(Map.of("x", exact)).body("x").digits(6, 2).val());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567",
                "1234567.8",
                "-1234567",
                "0.001",
                "123456.789",
                "1e6",
                "1e-3",
                "1e9999",
                "1e-9999",
                "123456.780000000000000000000000001"
            })
    void digits_refusesWhatHasMore_andNeverRounds(String json) {
        assertEquals("digits", code(json, field -> field.digits(6, 2)));
        assertEquals("digits", code(json, field -> field.toDecimal().digits(6, 2)));
    }

    @Test
    void digits_ofAText_mustBeConvertedFirst() {
        assertEquals("digits", code("\"1.25\"", field -> field.digits(6, 2)));
        assertEquals(new BigDecimal("1.25"), val("\"1.25\"", field -> field.toDecimal()
                .digits(6, 2)));
        assertEquals("digits", code("\"1.255\"", field -> field.toDecimal().digits(6, 2)));
    }

    @Test
    void digits_none_takesFractionsOrWholeNumbersOnly() {
        assertEquals("ok", code("0.25", field -> field.digits(0, 2)));
        assertEquals("digits", code("1", field -> field.digits(0, 2)));
        assertEquals("ok", code("12.00", field -> field.digits(2, 0)));
        assertThrows(IllegalArgumentException.class, () -> val("1", field -> field.digits(-1, 0)));
        assertThrows(IllegalArgumentException.class, () -> val("1", field -> field.digits(0, -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100e2147483647",
                "1e2147483647",
                "1e-2147483647",
                "-100e2147483647",
                "0e2147483647",
                "1e999999999",
                "1e-999999999",
                "1e10001",
                "1e-10001"
            })
    void exponentThatOverflows_isMalformed_beforeAnyStepSeesIt(String number) {
        TenonException refusal =
                assertThrows(TenonException.class, () -> check(number).body("x"));
        assertEquals(400, refusal.problem().status());
        Map<String, Object> text = Map.of("x", "[" + number + "]");
        assertEquals("json", Check.of(text).body("x").fromJson().violation().code());
    }

    @Test
    void exponentThatOverflows_fromElsewhere_isRefusedByTheTypes() {
        BigDecimal beyond = new BigDecimal(BigInteger.valueOf(100), -Integer.MAX_VALUE);
        for (Class<?> type : List.of(BigInteger.class, long.class)) {
            assertEquals(
                    "int",
                    Check.of(Map.of("x", beyond)).body("x").to(type).violation().code());
            assertThrows(JsonException.class, () -> Json.bind(beyond, type, ""));
        }
        assertThrows(JsonException.class, () -> Json.bind(beyond, double.class, ""));
    }

    @Test
    void limits_compareExactly() {
        assertEquals("lte", code("9007199254740993", field -> field.toLong().lte(9007199254740992L)));
        assertEquals("gt", code("\"0.1\"", field -> field.toDecimal().gt(new BigDecimal("0.1"))));
        assertEquals("ok", code("\"0.10000000000000000001\"", field -> field.toDecimal()
                .gt(0.1)));
        assertEquals("lt", code("1e9999", field -> field.lt(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({
        "whole,2147483648,range", "whole,-2147483649,range", "small,128,range", "brief,32768,range",
        "large,9223372036854775808,int", "large,1.5,int", "large,1e9999,int", "whole,1.0000000001,int",
        "huge,1e9999,int", "huge,1.5,int"
    })
    void recordComponent_isNeverCut(String name, String number, String code) {
        String json = "{\"whole\":1,\"small\":1,\"brief\":1,\"large\":1,\"" + name + "\":" + number + "}";
        ValidationOptions lastOne =
                ValidationOptions.builder().duplicateKeys(true).build();
        ValidationException refusal =
                assertThrows(ValidationException.class, () -> Check.of(Requests.json(json), lastOne)
                        .as(Whole.class));
        assertEquals(name, refusal.errors().get(0).name());
        assertEquals(code, refusal.errors().get(0).code());
    }

    private static Object val(String json, UnaryOperator<Field> chain) {
        return chain.apply(check(json).body("x")).val();
    }

    private static String code(String json, UnaryOperator<Field> chain) {
        Violation violation = chain.apply(check(json).body("x")).violation();
        return violation == null ? "ok" : violation.code();
    }

    private static Check check(String json) {
        return Check.of(Requests.json("{\"x\":" + json + "}"));
    }

    /** One of each size. */
    record Whole(int whole, byte small, short brief, long large, BigInteger huge) {}
}
