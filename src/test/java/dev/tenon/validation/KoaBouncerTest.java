package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every step of koa-bouncer 6.0.4 on every kind of value, and every step after every other one, beside what the original made of it ({@code
 * koa-bouncer.js} asked it). What crashes there is an ordinary error here.
 */
class KoaBouncerTest {

    private static Map<?, ?> table;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = KoaBouncerTest.class.getResourceAsStream("koa-bouncer.json")) {
            table = (Map<?, ?>) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void step_onEveryValue_doesTheSame() {
        assertEquals(
                List.of("[[\"toDecimal\"]] of 1E+21: error there, [1E+21] here"), // exact numbers have no end
                differences("values", "single"));
    }

    @Test
    void step_afterEveryStep_doesTheSame() {
        assertEquals(List.of(), differences("some", "pairs"));
    }

    private static List<String> differences(String valuesKey, String rowsKey) {
        List<?> values = (List<?>) table.get(valuesKey);
        List<String> different = new ArrayList<>();
        for (Object row : (List<?>) table.get(rowsKey)) {
            List<?> chain = (List<?>) ((List<?>) row).get(0);
            List<?> outcomes = (List<?>) ((List<?>) row).get(1);
            for (int i = 0; i < outcomes.size(); i++) {
                Object expected = outcomes.get(i);
                Object actual = outcome(values.get(i), chain);
                if (!same(expected, actual)) {
                    different.add(Json.write(chain) + " of " + Json.write(values.get(i)) + ": " + expected + " there, "
                            + actual + " here");
                }
            }
        }
        return different;
    }

    private static boolean same(Object expected, Object actual) {
        boolean refused = expected.equals("error") || expected.equals("crash");
        if (refused || expected.equals("absent") || actual instanceof String) {
            return actual.equals(refused ? "error" : expected);
        }
        return sameValue(((List<?>) expected).get(0), ((List<?>) actual).get(0));
    }

    private static boolean sameValue(Object expected, Object actual) {
        if (expected instanceof List<?> all && actual instanceof List<?> others) {
            boolean same = all.size() == others.size();
            for (int i = 0; same && i < all.size(); i++) {
                same = sameValue(all.get(i), others.get(i));
            }
            return same;
        }
        if (actual instanceof Double infinite && infinite.isInfinite()) {
            return expected.equals(infinite.toString());
        }
        return (expected instanceof Number one && actual instanceof Number other)
                ? one.doubleValue() == other.doubleValue()
                : Numbers.same(expected, actual);
    }

    private static Object outcome(Object value, List<?> chain) {
        Map<String, Object> body = new HashMap<>();
        if (!Map.of("absent", true).equals(value)) {
            body.put("x", value);
        }
        Check check = Check.of(body).compat();
        Field field = check.body("x");
        for (Object step : chain) {
            take(field, (List<?>) step);
        }
        if (!check.errors().isEmpty()) {
            return "error";
        }
        if (!check.vals().containsKey("x")) {
            return "absent";
        }
        List<Object> result = new ArrayList<>();
        result.add(check.vals().get("x"));
        return result;
    }

    private static Field take(Field field, List<?> step) {
        Object first = step.size() > 1 ? step.get(1) : null;
        return switch ((String) step.get(0)) {
            case "required" -> field.required();
            case "optional" -> field.optional();
            case "defaultTo" -> field.defaultTo(first);
            case "set" -> field.set(first);
            case "isIn" -> field.isIn((List<?>) first);
            case "isNotIn" -> field.isNotIn((List<?>) first);
            case "eq" -> field.eq(first);
            case "gt" -> field.gt((Number) first);
            case "gte" -> field.gte((Number) first);
            case "lt" -> field.lt((Number) first);
            case "lte" -> field.lte((Number) first);
            case "isLength" -> field.isLength((Integer) first, (Integer) step.get(2));
            case "clamp" -> field.clamp((Number) first, (Number) step.get(2));
            case "match" -> field.match(Pattern.compile((String) first));
            case "notMatch" -> field.notMatch(Pattern.compile((String) first));
            case "isUuid" -> first == null ? field.isUuid() : field.isUuid((String) first);
            default -> takePlain(field, (String) step.get(0));
        };
    }

    private static Field takePlain(Field field, String step) {
        return switch (step) {
            case "isString" -> field.isString();
            case "isArray" -> field.isArray();
            case "isInt" -> field.isInt();
            case "isFiniteNumber" -> field.isFiniteNumber();
            case "toInt" -> field.toInt();
            case "toInts" -> field.toInts();
            case "toDecimal" -> field.toDecimal();
            case "toFloat" -> field.toFloat();
            case "toFiniteFloat" -> field.toFiniteFloat();
            case "toBoolean" -> field.toBoolean();
            case "toString" -> field.toText();
            case "toArray" -> field.toArray();
            case "fromJson" -> field.fromJson();
            case "encodeBase64" -> field.encodeBase64();
            case "decodeBase64" -> field.decodeBase64();
            default -> takeText(field, step);
        };
    }

    private static Field takeText(Field field, String step) {
        return switch (step) {
            case "trim" -> field.trim();
            case "uniq" -> field.uniq();
            case "isAlpha" -> field.isAlpha();
            case "isAlphanumeric" -> field.isAlphanumeric();
            case "isNumeric" -> field.isNumeric();
            case "isAscii" -> field.isAscii();
            case "isBase64" -> field.isBase64();
            case "isEmail" -> field.isEmail();
            case "isHexColor" -> field.isHexColor();
            case "isJson" -> field.isJson();
            default -> throw new IllegalArgumentException(step);
        };
    }
}
