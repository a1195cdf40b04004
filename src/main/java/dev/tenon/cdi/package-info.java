/** The one door to CDI: the extension that adds Tenon's beans, and the look-up of the application's. Not API. */
package dev.tenon.cdi;
