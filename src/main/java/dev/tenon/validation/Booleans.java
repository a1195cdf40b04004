package dev.tenon.validation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Yes and no, as forms, query strings and JSON say it. */
final class Booleans {
    static final Rule TO_BOOLEAN = Rule.convert("boolean", "must be true or false", Booleans::toBoolean);

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off", "");

    private Booleans() {}

    private static Object toBoolean(Object value) {
        if (value == null) {
            return false; // a box that is not ticked is not sent
        }
        if (value instanceof Boolean) {
            return value;
        }
        return value instanceof Number number ? ofNumber(number) : ofText(value);
    }

    private static Object ofNumber(Number number) {
        if (Numbers.same(number, BigDecimal.ONE)) {
            return true;
        }
        return Numbers.same(number, BigDecimal.ZERO) ? false : Rule.REFUSED;
    }

    private static Object ofText(Object value) {
        String token = value instanceof String text ? text.toLowerCase(Locale.ROOT) : "neither";
        if (YES.contains(token)) {
            return true;
        }
        return NO.contains(token) ? false : Rule.REFUSED;
    }
}
