/** Socket.IO packets, and how they travel: the SPI behind which a parser of the application's own takes the place of JSON. */
package dev.tenon.realtime.protocol;
