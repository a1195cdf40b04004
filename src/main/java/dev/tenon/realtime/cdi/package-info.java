/** Socket.IO for CDI beans: {@code @Inject Realtime io}, and {@link dev.tenon.realtime.cdi.OnEvent} methods. The annotation alone is API. */
package dev.tenon.realtime.cdi;
