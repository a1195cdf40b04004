package dev.tenon.validation.sanitize;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** One thing that an annotation does; what is of another type stays. */
record Step(int order, UnaryOperator<Object> action) {
    /** Returns the step of one of this package's annotations; null for any other. {@link DefaultValue} needs a type: {@link DefaultText}. */
    static Step of(Annotation annotation) {
        if (annotation instanceof StripControl) {
            return text(0, CleanText::stripControl);
        }
        if (annotation instanceof Normalize normal) {
            return text(1, text -> Normalizer.normalize(text, normal.value()));
        }
        if (annotation instanceof CollapseSpaces) {
            return text(2, CleanText::collapseSpaces);
        }
        if (annotation instanceof Trim) {
            return text(3, CleanText::trim);
        }
        return ofResult(annotation);
    }

    private static Step ofResult(Annotation annotation) {
        if (annotation instanceof Lowercase) {
            return text(4, text -> text.toLowerCase(Locale.ROOT));
        }
        if (annotation instanceof Uppercase) {
            return text(4, text -> text.toUpperCase(Locale.ROOT));
        }
        if (annotation instanceof BlankToNull) {
            return text(5, text -> CleanText.isBlank(text) ? null : text);
        }
        return annotation instanceof Clamp clamp ? new Step(7, value -> clamped(value, clamp)) : null;
    }

    private static Step text(int order, UnaryOperator<String> action) {
        return new Step(order, value -> value instanceof String text ? action.apply(text) : value);
    }

    private static Object clamped(Object value, Clamp clamp) {
        if (clamp.min() > clamp.max()) {
            throw new IllegalArgumentException(clamp + ": max must not be below min");
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number < clamp.min() || number > clamp.max()
                    ? like(value, number < 0 ? clamp.min() : clamp.max())
                    : value;
        }
        if (!(value instanceof Number number)) {
            return value;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        if (exact.compareTo(BigDecimal.valueOf(clamp.min())) < 0) {
            return like(value, clamp.min());
        }
        return exact.compareTo(BigDecimal.valueOf(clamp.max())) > 0 ? like(value, clamp.max()) : value;
    }

    /** Returns the bound in the type of the value. */
    private static Object like(Object value, long bound) {
        if (value instanceof Integer) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, bound));
        }
        if (value instanceof Short) {
            return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, bound));
        }
        if (value instanceof Byte) {
            return (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, bound));
        }
        return likeLarge(value, bound);
    }

    private static Object likeLarge(Object value, long bound) {
        if (value instanceof BigDecimal) {
            return BigDecimal.valueOf(bound);
        }
        if (value instanceof BigInteger) {
            return BigInteger.valueOf(bound);
        }
        if (value instanceof Double) {
            return (double) bound;
        }
        return value instanceof Float ? (Object) (float) bound : (Object) bound;
    }
}
