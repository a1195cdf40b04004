/** Engine.IO on servlets and the Jakarta WebSocket API: the only part of realtime that is bound to a container. Not API. */
package dev.tenon.realtime.web;
