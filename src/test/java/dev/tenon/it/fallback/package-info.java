/** What the fallback's tests deploy. */
package dev.tenon.it.fallback;
