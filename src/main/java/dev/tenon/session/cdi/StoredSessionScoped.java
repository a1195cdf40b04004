package dev.tenon.session.cdi;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope that beans are moved to from {@code @SessionScoped} (Jakarta CDI 4.0, section 6.7.2). Applications do not write it. */
@NormalScope(passivating = true)
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredSessionScoped {}
