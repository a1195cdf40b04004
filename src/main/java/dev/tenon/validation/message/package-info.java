/** The sentences that people read, in their languages; one catalogue for chains and annotations. Not API. */
package dev.tenon.validation.message;
