/** Bean Validation's findings as errors of this house. Not API. */
package dev.tenon.validation.bean;
