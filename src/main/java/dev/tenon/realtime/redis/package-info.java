/** Servers that hear each other through Redis, beside those on Node: the wire format of {@code @socket.io/redis-adapter}. */
package dev.tenon.realtime.redis;
