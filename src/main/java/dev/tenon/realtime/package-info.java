/** A Socket.IO server on the application's own port. */
package dev.tenon.realtime;
