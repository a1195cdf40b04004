/** Engine.IO: one connection kept over HTTP long-polling and WebSocket. No container type stands here. Not API. */
package dev.tenon.realtime.engine;
