package dev.tenon.validation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Yes and no, as forms, query strings and JSON say it. */
final class Booleans {
    static final Rule TO_BOOLEAN = Rule.of("boolean", Booleans::toBoolean);

    /** What koa-bouncer does: JavaScript's idea of truth, in which every text but the empty one is true. */
    static final Rule TRUTH = Rule.of("boolean", Booleans::isTrue);

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off", "");

    private Booleans() {}

    static Object toBoolean(Object value) {
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
        return Numbers.same(number, BigDecimal.ZERO) ? false : Rule.UNFIT;
    }

    private static Object ofText(Object value) {
        String token = value instanceof String text ? text.toLowerCase(Locale.ROOT) : "neither";
        if (YES.contains(token)) {
            return true;
        }
        return NO.contains(token) ? false : Rule.UNFIT;
    }

    static boolean isTrue(Object value) {
        if (value instanceof Number number) {
            return !Numbers.isNan(number) && !Numbers.same(number, BigDecimal.ZERO);
        }
        return value != null && !value.equals("") && !value.equals(false);
    }
}
