/** Rooms, and whom a broadcast reaches: the SPI behind which one server becomes many. */
package dev.tenon.realtime.adapter;
