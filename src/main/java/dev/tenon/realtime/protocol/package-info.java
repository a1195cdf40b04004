/** Socket.IO packets, version 5: text and binary attachments to values and back. Not API. */
package dev.tenon.realtime.protocol;
