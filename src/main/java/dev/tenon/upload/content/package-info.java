/** Looks into files without unpacking them: how large a picture or an archive says it is; and what a virus scanner says. Knows Java alone. */
package dev.tenon.upload.content;
