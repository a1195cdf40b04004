package dev.tenon.validation.sanitize;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Brings a number between two bounds: what is below becomes the least, what is above the greatest. Null stays null. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.RECORD_COMPONENT,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.ANNOTATION_TYPE
})
public @interface Clamp {
    /** Returns the least number. */
    long min() default Long.MIN_VALUE;

    /** Returns the greatest number. */
    long max() default Long.MAX_VALUE;
}
