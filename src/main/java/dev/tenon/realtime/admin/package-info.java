/** The server side of the Socket.IO Admin UI, the page of the npm package {@code @socket.io/admin-ui}. */
package dev.tenon.realtime.admin;
