/** Tells more kinds of files, where the application has Apache Tika. */
package dev.tenon.upload.tika;
