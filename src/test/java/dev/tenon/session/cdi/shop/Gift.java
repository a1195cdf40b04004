package dev.tenon.session.cdi.shop;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Tells two products of one producer's class apart. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Gift {
    /** For whom. */
    String value();
}
