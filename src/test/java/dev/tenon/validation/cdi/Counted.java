package dev.tenon.validation.cdi;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;

/** Refuses nothing and counts. */
@Constraint(validatedBy = Counted.Counter.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Counted {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    class Counter implements ConstraintValidator<Counted, String> {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            CALLS.incrementAndGet();
            return true;
        }
    }
}
