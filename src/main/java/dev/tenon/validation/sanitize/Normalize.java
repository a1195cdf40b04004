package dev.tenon.validation.sanitize;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;

/** Brings a text, or each text of a list, into a normal form (Unicode Standard Annex 15), so that what looks the same is the same. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.RECORD_COMPONENT,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.ANNOTATION_TYPE
})
public @interface Normalize {
    /** Returns the form; NFC, which databases and browsers use, by default. */
    Normalizer.Form value() default Normalizer.Form.NFC;
}
