package dev.tenon.upload.resumable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which rows of the checklist of tus 1.0.0 a test shows; {@link TusChecklistTest} asks for all of them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Row {
    /** The numbers of the rows. */
    int[] value();
}
