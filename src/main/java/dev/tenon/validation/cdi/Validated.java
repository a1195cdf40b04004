package dev.tenon.validation.cdi;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Validates the arguments and the result of a CDI bean's method, or of all its methods, by the Bean Validation constraints that they carry.
 * Arguments that break one answer 422 with every error ({@link dev.tenon.validation.ValidationException}); parameters are named by
 * {@link dev.tenon.validation.Param} or by the source. A result that breaks one is the application's own fault and stays a
 * {@code ConstraintViolationException}. Where the server validates methods already, nothing is validated twice.
 */
@Inherited
@Documented
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Validated {}
