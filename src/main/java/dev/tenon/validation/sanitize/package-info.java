/**
 * Annotations that clean what a client sent before anything judges it: on components of records, properties of beans and parameters of
 * {@code @Validated} methods. An annotation of the application's own that carries some of them stands for all of these. In whatever order
 * they are written, control characters go first, then come the normal form, spaces, the ends, the case, null for a blank, the default, the
 * bounds.
 */
package dev.tenon.validation.sanitize;
