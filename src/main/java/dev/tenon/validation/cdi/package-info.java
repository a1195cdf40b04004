/** Validated methods of CDI beans. */
package dev.tenon.validation.cdi;
