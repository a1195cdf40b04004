/** The History API fallback for single-page applications. */
package dev.tenon.fallback;
