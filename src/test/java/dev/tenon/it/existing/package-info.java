/** An enterprise application as it may have stood for years, before Tenon comes: Jakarta REST, CDI and Faces. */
package dev.tenon.it.existing;
