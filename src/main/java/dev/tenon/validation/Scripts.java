package dev.tenon.validation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How JavaScript writes a value as text; koa-bouncer's {@code toString} says nothing for what is false there. */
final class Scripts {
    private Scripts() {}

    static String text(Object value) {
        return Booleans.isTrue(value) ? written(value) : "";
    }

    private static String written(Object value) {
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> item == null ? "" : written(item)).collect(Collectors.joining(","));
        }
        return value instanceof String || value instanceof Boolean ? value.toString() : "[object Object]";
    }

    private static String number(Number number) {
        BigDecimal exact = Numbers.exact(number);
        if (exact == null) {
            return number.toString();
        }
        BigDecimal bare = exact.stripTrailingZeros();
        int magnitude = bare.precision() - bare.scale();
        return magnitude > -6 && magnitude <= 21
                ? bare.toPlainString()
                : bare.toString().toLowerCase(Locale.ROOT);
    }
}
