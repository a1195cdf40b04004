/** {@code @Inject Realtime io}. Not API. */
package dev.tenon.realtime.cdi;
